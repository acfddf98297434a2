package org.svarbar.triage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.ticket.TicketRef;

/**
 * What became of what was suggested for one message.
 *
 * @param suggested ids of entries, best first
 * @param sent ids of entries that the sent reply rests on, as far as is known
 * @param firstRight whether the first suggestion was right
 * @param similarity how much of the suggested text was sent, 0 to 1
 * @param certainty how certain `firstRight` is, 0 to 1
 * @param rawProbability what the shipped model said, 0 to 1
 * @param probability what was said to the agent, 0 to 1
 */
public record Outcome(
    TicketRef ticket,
    String messageId,
    LearnedBy learnedBy,
    List<Long> suggested,
    List<Long> sent,
    boolean firstRight,
    double similarity,
    double certainty,
    double rawProbability,
    double probability,
    Locale language,
    Optional<String> group,
    Instant at) {

  /** From here on it counts as judged. */
  static final double CERTAIN_ENOUGH = 0.8;

  public Outcome {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(learnedBy, "learnedBy");
    suggested = List.copyOf(suggested);
    sent = List.copyOf(sent);
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(at, "at");
    for (var share : List.of(similarity, certainty, rawProbability, probability)) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("not between 0 and 1: " + share);
      }
    }
  }

  /** `right`, `wrong` or `undecided`. */
  public String found() {
    if (certainty < CERTAIN_ENOUGH) {
      return "undecided";
    }
    return firstRight ? "right" : "wrong";
  }

  /** The same, with the entries that the reply rests on. */
  Outcome with(List<Long> sent) {
    return new Outcome(
        ticket,
        messageId,
        learnedBy,
        suggested,
        sent,
        firstRight,
        similarity,
        certainty,
        rawProbability,
        probability,
        language,
        group,
        at);
  }

  /** How an outcome became known; the later in this list, the surer. */
  public enum LearnedBy {
    /** the ticket was opened again */
    REOPENED,
    /** an agent changed the verdict's tag */
    TAG,
    /** what an agent sent was compared with what was suggested */
    REPLY,
    /** the same on a past ticket */
    REPLAY,
    /** an agent voted on the suggestion */
    VOTE,
    /** a person judged it on the judging page, or by the API */
    JUDGED
  }

  /** Of the message that this verdict is about. */
  public static Outcome of(
      Judged judged,
      LearnedBy by,
      boolean firstRight,
      double similarity,
      double certainty,
      Instant at) {
    var assessment = judged.verdict().assessment();
    return new Outcome(
        judged.ticket(),
        judged.messageId(),
        by,
        judged.entryId().stream().toList(),
        List.of(),
        firstRight,
        similarity,
        certainty,
        assessment.rawProbability(),
        assessment.probability(),
        judged.language(),
        judged.group(),
        at);
  }
}
