package org.svarbar.replay;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What would have been done about one past ticket.
 *
 * @param byPerson whether a person judged it
 * @param ruled whether a hard rule gave it to a person, whatever the probability
 * @param raw probability of the shipped model that the first suggestion is right, 0 to 1
 * @param similarity how much of the first suggestion was sent, 0 to 1
 * @param topic the first suggestion's subject area, or its source
 * @param entryId of the first suggestion
 * @param entryChanged whether that entry says something else now than on that day
 * @param sent ids of entries that the reply rests on, as far as can be told
 * @param question without personal identifiers, shortened
 * @param reply without personal identifiers, shortened
 */
public record ReplayCase(
    long id,
    String ticketId,
    String messageId,
    Instant askedAt,
    Result result,
    boolean byPerson,
    boolean ruled,
    String verdict,
    double raw,
    double similarity,
    Locale language,
    Optional<String> group,
    Optional<String> topic,
    Optional<Long> entryId,
    boolean entryChanged,
    List<Long> sent,
    String question,
    String reply) {

  public ReplayCase {
    sent = List.copyOf(sent);
  }
}
