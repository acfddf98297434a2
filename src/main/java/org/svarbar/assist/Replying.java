package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.svarbar.assist.Modes.Conduct;
import org.svarbar.helpdesk.Connection;
import org.svarbar.platform.SecretBox;
import org.svarbar.platform.Sha256;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.SendReply;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Promises;
import org.svarbar.triage.Reason;

/** Decides whether a customer is answered without an agent, and words the answer. */
@ApplicationScoped
class Replying {

  private static final int KEY_DIGITS = 40;

  @Inject Promises promises;
  @Inject AutomaticReplies replies;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** What was decided. */
  sealed interface Decided {

    /** It is answered, and the row that says so. */
    record Answered(SendReply reply, AutomaticReply row) implements Decided {
      static final Reason REASON = new Reason("answered-automatically", List.of());
    }

    record Left(Objection why) implements Decided {}
  }

  /** The key of the only automatic reply that a ticket may get. */
  static String key(TicketRef ticket) {
    var named = "automatic reply\n" + ticket.connection() + "\n" + ticket.id();
    return Sha256.hex(named).substring(0, KEY_DIGITS);
  }

  /** Asks nobody but the database; stores nothing. */
  Decided decide(JudgedMessage found, Conduct conduct, Connection via) {
    var row = row(found);
    return objection(found, row, conduct, via)
        .<Decided>map(Decided.Left::new)
        .orElseGet(() -> new Decided.Answered(reply(found, conduct), row));
  }

  private Optional<Objection> objection(
      JudgedMessage found, AutomaticReply row, Conduct conduct, Connection via) {
    var guards = guards(conduct);
    return Optional.of(Objection.SWITCHED_OFF)
        .filter(any -> conduct.areRepliesStopped())
        .or(
            () ->
                guards.against(
                    found.judged(), found.suggested(), found.tried(), isCovered(found.judged())))
        .or(() -> guards.against(found.ticket(), found.message(), via))
        .or(() -> answeredBefore(row))
        .or(() -> tooMany(row, conduct.rules()));
  }

  /** What is asked now, by the server's clock. */
  ReplyGuards guards(Conduct conduct) {
    return new ReplyGuards(
        conduct.rules(), ZonedDateTime.now(clock.withZone(ZoneId.systemDefault())));
  }

  /** Whether a promise that holds takes the message in. */
  boolean isCovered(Judged judged) {
    var raw = judged.verdict().assessment().rawProbability();
    return promises
        .of(judged.ticket().connection(), judged.group())
        .filter(promise -> promise.covers(raw))
        .isPresent();
  }

  /** Whether this requester gets enough of them. */
  Optional<Objection> tooMany(AutomaticReply row, ReplyRules rules) {
    return Optional.of(Objection.LIMIT)
        .filter(any -> replies.countBefore(row) >= rules.mostPerDay());
  }

  /** The same message again is the same decision again. */
  private Optional<Objection> answeredBefore(AutomaticReply row) {
    return replies
        .of(row.ticket())
        .filter(known -> !known.messageId().equals(row.messageId()))
        .map(known -> Objection.ANSWERED);
  }

  private AutomaticReply row(JudgedMessage found) {
    var address = Person.comparable(found.ticket().requester().email());
    return new AutomaticReply(
        found.ticket().ref(),
        found.message().id(),
        found.judged().entryId().orElse(0L),
        box.digest(address, "assist/requester"),
        clock.instant());
  }

  private static SendReply reply(JudgedMessage found, Conduct conduct) {
    var ticket = found.ticket().ref();
    var key = key(ticket);
    var text =
        new AnswerReply(found.judged().language(), conduct.rules().signature())
            .automatic(found.suggested().suggestions().getFirst(), TicketAction.marker(key));
    return new SendReply(ticket, key, text.html(), text.text());
  }
}
