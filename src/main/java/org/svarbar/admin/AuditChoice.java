package org.svarbar.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.svarbar.access.AuditFilter;

/**
 * Which records somebody wants to see.
 *
 * @param from the first day
 * @param until the last day
 */
record AuditChoice(String who, String what, LocalDate from, LocalDate until, boolean refused) {

  private static final int LONGEST = 200;
  private static final int DAYS = 30;

  /** What was sent; a day that is none counts as the usual one. */
  static AuditChoice of(
      String who, String what, String from, String until, boolean refused, LocalDate today) {
    return new AuditChoice(
        shortened(who),
        shortened(what),
        day(from, today.minusDays(DAYS)),
        day(until, today),
        refused);
  }

  AuditFilter filter(ZoneId zone) {
    return new AuditFilter(who, what, start(from, zone), start(until.plusDays(1), zone), refused);
  }

  /** As the query of an address. */
  String query() {
    return "who=%s&what=%s&from=%s&until=%s%s"
        .formatted(encoded(who), encoded(what), from, until, refused ? "&refused=true" : "");
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static LocalDate day(String typed, LocalDate usual) {
    try {
      var day = LocalDate.parse(typed.strip());
      return day.getYear() < 2000 || day.getYear() > 9000 ? usual : day;
    } catch (DateTimeParseException e) {
      return usual;
    }
  }

  private static String shortened(String typed) {
    var text = typed.strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
