package org.svarbar.text;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * In which of the product's languages a text is written.
 *
 * @param language the most likely one
 * @param certainty how likely, 0 to 1, if the text is in one of the six at all
 */
public record LanguageGuess(Locale language, double certainty) {

  /** The beginning of a text tells its language; the rest costs time. */
  static final int MOST_CHARACTERS = 10_000;

  public LanguageGuess {
    Objects.requireNonNull(language, "language");
    if (!(certainty >= 0 && certainty <= 1)) {
      throw new IllegalArgumentException("certainty " + certainty + " is not between 0 and 1");
    }
  }

  /** Empty for a text without letters. */
  public static Optional<LanguageGuess> of(String text) {
    var beginning = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    var features = LanguageFeatures.of(Characters.normalise(beginning));
    return features.isEmpty()
        ? Optional.empty()
        : Optional.of(LanguageModel.SHIPPED.guess(features));
  }
}
