package org.svarbar.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.platform.Languages;

class SuggestionPolicyTest {

  private final SuggestionPolicy policy = new SuggestionPolicy(3, 0.15, 0.05);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a short question of which everything is held, 12, 1, 1, true",
    "a short question of which nothing is held, 2, 2, 0, false",
    "a long mail that shares much, 4, 20, 4, true",
    "a long mail that shares what any mail shares, 2, 20, 2, false"
  })
  void wantsMoreThanChance(String what, double strength, double asked, double held, boolean lets) {
    var candidate = candidate(strength, 0, asked, held);

    assertThat(policy.lets(candidate, candidate)).isEqualTo(lets);
  }

  @Test
  void takesPastQuestionsForEvidence() {
    var candidate = candidate(1, 0.6, 5, 0);

    assertThat(policy.lets(candidate, candidate)).isTrue();
  }

  @Test
  void passesOverWhatIsFarBehindTheBest() {
    var best = candidate(10, 0, 10, 8);

    assertThat(policy.lets(candidate(7.1, 0, 10, 8), best)).isTrue();
    assertThat(policy.lets(candidate(6.9, 0, 10, 8), best)).isFalse();
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new SuggestionPolicy(3, 0.2, 1.1))
        .withMessageContaining("svarbar.suggestion.minimum-of-best");
  }

  private static Candidate candidate(
      double strength, double likelihood, double asked, double held) {
    var hit = new EntryHit(1, "s", "k", Languages.SWEDISH, strength, Set.of(), Set.of());
    return new Candidate(
        hit, strength, likelihood, 1, OptionalDouble.empty(), 0, asked, held, List.of(), List.of());
  }
}
