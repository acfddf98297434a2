package org.svarbar.triage;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.ticket.TicketRef;

/**
 * A verdict about one message.
 *
 * @param entryId of the best suggestion; empty when nothing fits
 */
public record Judged(
    TicketRef ticket,
    String messageId,
    Verdict verdict,
    Optional<Long> entryId,
    Locale language,
    Optional<String> group,
    Instant at) {

  public Judged {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(entryId, "entryId");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(at, "at");
  }

  /** The same with another reason, the weightiest. */
  public Judged because(Reason reason) {
    return new Judged(ticket, messageId, verdict.because(reason), entryId, language, group, at);
  }
}
