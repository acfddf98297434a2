package org.svarbar.selfservice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a customer did, or was shown.
 *
 * @param key the sender's name for it: the same key in a session is the same event
 * @param happenedAt when we heard of it, or when the sender says that it was
 * @param text what was searched, asked or said, without personal identifiers; may be empty
 * @param entries FAQ entries that it is about, their ids
 * @param seconds how long it took, 0 to 3600; 0 where that means nothing
 * @param helpful what a vote said; empty: no vote
 */
public record SessionEvent(
    String key,
    Kind kind,
    Instant happenedAt,
    String text,
    List<Long> entries,
    int seconds,
    Optional<Boolean> helpful) {

  static final int LONGEST_TEXT = 1000;
  static final int LONGEST_KEY = 60;
  static final int MOST_ENTRIES = 10;
  static final int MOST_SECONDS = 3600;

  public SessionEvent {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(happenedAt, "happenedAt");
    Objects.requireNonNull(text, "text");
    entries = List.copyOf(entries);
    Objects.requireNonNull(helpful, "helpful");
  }

  /** What happened. */
  public enum Kind {
    /** the customer searched for `text`; `entries` were shown, best first */
    SEARCH,
    /** the customer was shown `entries` without having searched */
    SHOWN,
    /** the customer opened the first of `entries` */
    OPENED,
    /** the customer had the first of `entries` before them for `seconds` more */
    READ,
    /** the customer said whether the first of `entries` helped */
    VOTE,
    /** the customer asked `text` */
    QUESTION,
    /** the customer chose a way to a person: `text` says which */
    CONTACT,
    /** a bot said `text` */
    BOT
  }
}
