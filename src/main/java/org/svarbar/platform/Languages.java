package org.svarbar.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the product speaks. */
public final class Languages {

  public static final Locale SWEDISH = Locale.of("sv");
  public static final Locale BOKMAL = Locale.of("nb");
  public static final Locale NYNORSK = Locale.of("nn");
  public static final Locale DANISH = Locale.of("da");
  public static final Locale FINNISH = Locale.of("fi");
  public static final Locale ENGLISH = Locale.of("en");

  /** In the order in which they are offered. */
  public static final List<Locale> ALL =
      List.of(SWEDISH, BOKMAL, NYNORSK, DANISH, FINNISH, ENGLISH);

  private Languages() {}

  /** Ours of a language tag such as `nb-NO`, `no` or `sv_SE`. */
  public static Optional<Locale> find(String tag) {
    if (tag == null || tag.isBlank()) {
      return Optional.empty();
    }
    var language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    var ours = language.equals("no") ? "nb" : language;
    return ALL.stream().filter(locale -> locale.getLanguage().equals(ours)).findFirst();
  }

  /**
   * The first of ours in an `Accept-Language` header, by its order of preference; English if there
   * is none.
   */
  public static Locale preferred(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 500) {
      return ENGLISH;
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .flatMap(range -> find(range.getRange()).stream())
          .findFirst()
          .orElse(ENGLISH);
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
