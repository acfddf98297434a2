package org.svarbar.selfservice;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.redaction.Redaction;

/**
 * An event as it is sent, not yet checked.
 *
 * @param id the sender's; 1 to 60 letters, digits, `-`, `_` and `.`
 * @param kind in lower case
 * @param at ISO 8601; only bots' clocks are listened to
 */
public record EventForm(
    String id,
    String kind,
    Optional<String> text,
    Optional<List<Long>> entries,
    Optional<Integer> seconds,
    Optional<Boolean> helpful,
    Optional<String> at) {

  private static final int LONGEST_STORED = 2000;

  /** What is sent: a list of events. */
  public record Batch(List<EventForm> events) {}

  /**
   * The event, without personal identifiers.
   *
   * @throws IllegalArgumentException says what is wrong
   */
  SessionEvent event(Instant now) {
    require(
        id != null && id.matches("[A-Za-z0-9._-]{1," + SessionEvent.LONGEST_KEY + "}"),
        "id: 1 to 60 letters, digits, hyphens, underscores and dots");
    var written = text.orElse("").strip();
    require(written.length() <= SessionEvent.LONGEST_TEXT, "text: at most 1000 characters");
    var about = entries.orElse(List.of());
    require(
        about.size() <= SessionEvent.MOST_ENTRIES
            && about.stream().allMatch(entry -> entry != null && entry > 0),
        "entries: at most 10 numbers");
    var took = seconds.orElse(0);
    require(took >= 0 && took <= SessionEvent.MOST_SECONDS, "seconds: 0 to 3600");
    return new SessionEvent(id, kind(about), now, kept(written), about, took, helpful);
  }

  /** The time that the sender says, if it is one of the last day. */
  SessionEvent eventAtItsTime(Instant now) {
    var event = event(now);
    return new SessionEvent(
        event.key(),
        event.kind(),
        at.map(written -> told(written, now)).orElse(now),
        event.text(),
        event.entries(),
        event.seconds(),
        event.helpful());
  }

  private SessionEvent.Kind kind(List<Long> about) {
    var known =
        Stream.of(SessionEvent.Kind.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "kind: search, shown, opened, read, vote, question, contact or bot"));
    switch (known) {
      case OPENED, READ, VOTE, SHOWN ->
          require(!about.isEmpty(), "entries: which answer the event is about is missing");
      case SEARCH, QUESTION, BOT -> require(!text.orElse("").isBlank(), "text: is missing");
      case CONTACT -> {}
    }
    require(known != SessionEvent.Kind.VOTE || helpful.isPresent(), "helpful: is missing");
    return known;
  }

  private static Instant told(String written, Instant now) {
    try {
      var at = Instant.parse(written);
      var isToday = at.isAfter(now.minusSeconds(86_400)) && !at.isAfter(now.plusSeconds(60));
      require(isToday, "at: is not within the last day");
      return at;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("at: is no time in ISO 8601 such as 2026-01-31T12:00:00Z");
    }
  }

  /** Control characters would spoil notes and are no part of any language. */
  private static String kept(String written) {
    var text = Redaction.of(written.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", " ")).text();
    return text.length() <= LONGEST_STORED ? text : text.substring(0, LONGEST_STORED);
  }

  private static void require(boolean held, String what) {
    if (!held) {
      throw new IllegalArgumentException(what);
    }
  }
}
