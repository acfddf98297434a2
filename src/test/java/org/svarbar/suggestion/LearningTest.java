package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.suggestion.Learning.Learned;

class LearningTest {

  private final List<String> rows = new ArrayList<>();
  private Runnable whileItLearns = () -> {};
  private final Learning<Integer, List<String>> learning =
      new Learning<>("rows", rows::size, this::lesson, new Learned<>(0, List.of()));

  private List<String> lesson() {
    var read = List.copyOf(rows);
    whileItLearns.run();
    return read;
  }

  @Test
  void knowsWhetherItHasLearnedFromTheRowsAsTheyAre() {
    assertThat(learning.isUpTo(0)).isTrue();

    rows.add("first");
    assertThat(learning.isUpTo(1)).isFalse();

    learning.learnWhatIsNew();
    assertThat(learning.isUpTo(1)).isTrue();
    assertThat(learning.now().what()).containsExactly("first");
  }

  @Test
  void isNotUpToDateWhileItLearnsFromARowThatGoes() {
    rows.add("goes");
    var wasUpToDate = new ArrayList<Boolean>();
    whileItLearns =
        () -> {
          rows.clear();
          wasUpToDate.add(learning.isUpTo(0));
        };

    learning.learnWhatIsNew();

    assertThat(wasUpToDate).containsExactly(false);
    assertThat(learning.isUpTo(0)).isFalse();
  }
}
