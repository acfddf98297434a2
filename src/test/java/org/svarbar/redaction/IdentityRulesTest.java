package org.svarbar.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A million numbers and near numbers a country are read as the authorities' rules read them. */
class IdentityRulesTest {

  private static final int MANY = Integer.getInteger("identities", 1_000_000);
  private static final long SEED = Long.getLong("seed", 1);

  private static final Map<IdentityRules, Recogniser> READERS =
      new EnumMap<>(
          Map.of(
              IdentityRules.SWEDEN, new SwedishNumbers(),
              IdentityRules.NORWAY, new NorwegianNumbers(),
              IdentityRules.DENMARK, new DanishNumbers(),
              IdentityRules.FINLAND, new FinnishNumbers()));

  private static final Set<Identifier> IDENTITY =
      EnumSet.range(Identifier.PERSONNUMMER, Identifier.HETU);

  @ParameterizedTest
  @EnumSource
  void readsAsTheRulesSay(IdentityRules country) {
    System.out.println("seed " + SEED);
    var strings = new IdentityStrings(country, new SplittableRandom(SEED));
    var kinds = new TreeMap<String, Integer>();
    var wrong = new TreeMap<String, String>();
    int wrongs = 0;

    for (int i = 0; i < MANY; i++) {
      var text = strings.next();
      var expected = country.of(text);
      kinds.merge(expected.map(Evidence::name).orElse("none"), 1, Integer::sum);
      var read = read(country, text);
      if (!read.equals(expected)) {
        wrongs++;
        if (wrong.size() < 20) {
          wrong.put(text, expected + " by the rules, read as " + read);
        }
      }
    }

    System.out.printf("%s: %d strings, %s, %d read otherwise%n", country, MANY, kinds, wrongs);
    assertThat(wrong).isEmpty();
    assertThat(kinds.values()).hasSize(4).allMatch(many -> many > MANY / 100);
  }

  /** Also what is taken out of a text, with a word beside the number and without one; a tenth. */
  @ParameterizedTest
  @EnumSource
  void takesOutAsTheRulesSay(IdentityRules country) {
    System.out.println("seed " + SEED);
    var wrong =
        IntStream.range(0, MANY / 10)
            .parallel()
            .mapToObj(
                i -> new IdentityStrings(country, new SplittableRandom(SEED + i * 31L)).next())
            .flatMap(text -> difference(text).stream())
            .limit(20)
            .toList();

    assertThat(wrong).isEmpty();
  }

  private static Optional<String> difference(String text) {
    var known = Arrays.stream(IdentityRules.values()).flatMap(it -> it.of(text).stream()).toList();
    boolean alone = known.stream().anyMatch(evidence -> evidence != Evidence.WEAK);
    if (isTaken("", text) != alone) {
      return Optional.of(text + " alone: " + alone + " by the rules");
    }
    if (isTaken("personnummer: ", text) != !known.isEmpty()) {
      return Optional.of(text + " with a word: " + !known.isEmpty() + " by the rules");
    }
    return Optional.empty();
  }

  /** Wholly; what is a telephone number or a card as well may be taken for that. */
  private static boolean isTaken(String word, String text) {
    return Redaction.of(word + text).found().stream()
        .anyMatch(
            found ->
                found.start() == word.length()
                    && found.end() == word.length() + text.length()
                    && IDENTITY.contains(found.kind()));
  }

  private static Optional<Evidence> read(IdentityRules country, String text) {
    return READERS
        .get(country)
        .at(Place.of(Legible.of(text, false), 0))
        .filter(found -> found.end() == text.length())
        .map(Candidate::evidence);
  }
}
