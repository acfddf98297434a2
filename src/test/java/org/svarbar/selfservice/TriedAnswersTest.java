package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.svarbar.selfservice.TriedAnswers.Tried;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;

class TriedAnswersTest {

  @Test
  void putsWhatWasReadOrDidNotHelpBehind() {
    var tried = tried(Map.of("a", read(180), "b", said(false), "c", read(3)));

    var order = tried.demoting(suggested("a", "b", "c", "d"), 3);

    assertThat(keys(order)).containsExactly("c", "d", "a");
  }

  @Test
  void leavesWhatHelpedWhereItIs() {
    var tried = tried(Map.of("a", new Tried("a", 180, Optional.of(true))));

    assertThat(keys(tried.demoting(suggested("a", "b"), 3))).containsExactly("a", "b");
  }

  @Test
  void isLessSureWhereTheBestWasTried() {
    var tried = tried(Map.of("a", said(false)));

    assertThat(tried.demoting(suggested("a", "b"), 3).probability()).isBetween(0.09, 0.11);
    assertThat(tried.demoting(suggested("a"), 3).probability()).isBetween(0.09, 0.11);
    assertThat(tried.demoting(suggested("b", "a"), 3).probability()).isEqualTo(0.9);
  }

  @Test
  void namesWhatFailedMostPlainly() {
    var read = new Tried("Read for long", 300, Optional.empty());
    var refused = new Tried("Refused", 4, Optional.of(false));
    var helped = new Tried("Helped", 900, Optional.of(true));
    var byKey = Map.of("a", read, "b", refused, "c", helped);

    assertThat(tried(byKey).failed()).contains(refused);
    assertThat(tried(Map.of("a", read, "c", helped)).failed()).contains(read);
    assertThat(tried(Map.of("c", helped)).failed()).isEmpty();
    assertThat(new TriedAnswers(false, true, tried(byKey).byName()).failed())
        .as("perhaps another customer")
        .isEmpty();
  }

  private static TriedAnswers tried(Map<String, Tried> byKey) {
    var byName = new java.util.HashMap<List<String>, Tried>();
    byKey.forEach((key, what) -> byName.put(List.of("faq", key), what));
    return new TriedAnswers(true, true, byName);
  }

  private static Tried read(int seconds) {
    return new Tried("", seconds, Optional.empty());
  }

  private static Tried said(boolean helpful) {
    return new Tried("", 0, Optional.of(helpful));
  }

  private static List<String> keys(Suggested suggested) {
    return suggested.suggestions().stream().map(Suggestion::key).toList();
  }

  private static Suggested suggested(String... keys) {
    return new Suggested(
        Locale.of("sv"),
        0.9,
        Optional.empty(),
        java.util.Arrays.stream(keys).map(TriedAnswersTest::suggestion).toList(),
        List.of());
  }

  private static Suggestion suggestion(String key) {
    return new Suggestion(
        1,
        "faq",
        key,
        key,
        "",
        "",
        Optional.empty(),
        Locale.of("sv"),
        Optional.empty(),
        true,
        Instant.EPOCH,
        1,
        0,
        OptionalDouble.empty(),
        0,
        1,
        1,
        List.of(),
        List.of());
  }
}
