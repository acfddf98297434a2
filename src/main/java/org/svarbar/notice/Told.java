package org.svarbar.notice;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.svarbar.platform.Texts;

/**
 * A notice in words.
 *
 * @param key the same whenever it is sent
 * @param link where in the console to look
 */
record Told(String key, Sighting seen, String subject, String text, URI link) {

  static final String BUNDLE = "org.svarbar.notice.notice";

  /**
   * @param publicUrl the product's address, without a slash at the end
   */
  static Told of(String key, Sighting seen, Locale language, String publicUrl, ZoneId zone) {
    var texts = Texts.of(BUNDLE, language);
    var word = seen.occasion().word();
    var at = seen.occasion() == Occasion.CONNECTION_FAILING ? seen.after() : seen.until();
    var time = time(at, language, zone);
    return new Told(
        key,
        seen,
        texts.text(word + ".subject", seen.connection(), seen.count()),
        texts.text(word + ".text", seen.connection(), seen.count(), time),
        URI.create(publicUrl + "/console/" + page(seen)));
  }

  private static String page(Sighting seen) {
    return switch (seen.occasion()) {
      case DEAD_LETTERS -> "dead-letters?connection=" + seen.connection();
      case CONNECTION_FAILING -> "deliveries?state=open&connection=" + seen.connection();
      case PROMISE_WITHDRAWN -> "triage/" + seen.connection();
    };
  }

  private static String time(Instant at, Locale language, ZoneId zone) {
    var readers = language.getLanguage().equals("en") ? Locale.UK : language;
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(readers)
        .format(at.atZone(zone));
  }
}
