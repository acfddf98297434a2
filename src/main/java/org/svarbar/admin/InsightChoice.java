package org.svarbar.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.triage.FigureChoice;

/**
 * Whose figures somebody wants to see.
 *
 * @param days the length of the period, which ends now
 */
record InsightChoice(int days, String connection, String group, Optional<Locale> language) {

  static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

  private static final int USUAL = 30;
  private static final int STEPS = 15;
  private static final int LONGEST = 200;

  /** Of what was asked for; what is unknown does not narrow it. */
  static InsightChoice of(int days, String connection, String group, String language) {
    return new InsightChoice(
        PERIODS.contains(days) ? days : USUAL,
        ConnectionId.isValid(connection) ? connection : "",
        group.substring(0, Math.min(LONGEST, group.length())),
        Languages.find(language));
  }

  FigureChoice figures(Instant now) {
    return new FigureChoice(
        now.minus(days, ChronoUnit.DAYS),
        now,
        Optional.of(connection).filter(it -> !it.isEmpty()).map(ConnectionId::new),
        Optional.of(group).filter(it -> !it.isEmpty()),
        language);
  }

  /** Days of a step; no chart has more than about fifteen. */
  Duration step() {
    return Duration.ofDays(Math.ceilDiv(days, STEPS));
  }

  boolean isIn(Locale other) {
    return language.filter(other::equals).isPresent();
  }

  /** As the query of an address. */
  String query() {
    return "days=%d&connection=%s&group=%s&language=%s"
        .formatted(
            days,
            connection,
            URLEncoder.encode(group, StandardCharsets.UTF_8),
            language.map(Locale::getLanguage).orElse(""));
  }
}
