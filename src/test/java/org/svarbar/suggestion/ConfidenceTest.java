package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.platform.Languages;

class ConfidenceTest {

  private static final Candidate BEST = candidate(1, "invoice", 9);
  private static final Candidate SECOND_COPY = candidate(2, "invoice", 9);
  private static final Candidate OTHER = candidate(3, "router", 5);

  @Test
  void aSecondCopyOfTheBestDoesNotMakeItDoubtful() {
    assertThat(Confidence.of(List.of(BEST, SECOND_COPY, OTHER)))
        .isEqualTo(Confidence.of(List.of(BEST, OTHER)));
  }

  @Test
  void anotherEntryAsGoodMakesTheBestDoubtful() {
    var rival = candidate(4, "router", 9);

    assertThat(Confidence.of(List.of(BEST, rival)).right())
        .isLessThan(Confidence.of(List.of(BEST, OTHER)).right());
  }

  @Test
  void nothingFoundIsNothingSaid() {
    assertThat(Confidence.of(List.of())).isEqualTo(new Confidence(0, 0));
  }

  private static Candidate candidate(long id, String about, double strength) {
    var words = Set.of(about, about + "s", "how");
    return new Candidate(
        new EntryHit(id, "source-" + id, about, Languages.ENGLISH, strength, words, words),
        strength,
        0,
        1,
        OptionalDouble.empty(),
        0,
        3,
        2,
        List.of(about),
        List.of());
  }
}
