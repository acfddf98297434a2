package org.svarbar.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.svarbar.assist.TicketQuestion;
import org.svarbar.knowledge.EntryDates;
import org.svarbar.redaction.Redaction;
import org.svarbar.suggestion.Hindsight;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.suggestion.Suggestions;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.triage.Comparison;
import org.svarbar.triage.Comparisons;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Outcome;
import org.svarbar.triage.Outcome.LearnedBy;
import org.svarbar.triage.SentReply;
import org.svarbar.triage.Triage;
import org.svarbar.triage.Verdict;

/** Does with a past ticket what is done with a new one, and compares that with what was sent. */
@ApplicationScoped
class TicketReplay {

  private static final int MOST = 3;

  /** What source `solved-tickets` calls the entry that was made of a ticket. */
  private static final String MADE_OF = "ticket-%s-%s";

  @Inject Suggestions suggestions;
  @Inject Triage triage;
  @Inject Comparisons comparisons;

  /**
   * What came of a ticket.
   *
   * @param outcome for triage to learn from; empty where there is nothing to learn
   */
  record Replayed(ReplayCase found, Optional<Outcome> outcome) {}

  /**
   * @param dates when the entries of the knowledge came
   * @param strict see {@link EntryDates#wasThere}
   * @return empty: no requester wrote anything
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer
   */
  Optional<Replayed> replay(Ticket ticket, EntryDates dates, boolean strict) {
    return asked(ticket).map(message -> replay(ticket, message, dates, strict));
  }

  /** The first message that an agent answered; if none was, the first. */
  private static Optional<Message> asked(Ticket ticket) {
    var all = ticket.messages().stream().filter(Message::isFromRequester).toList();
    return all.stream()
        .filter(message -> SentReply.after(message, ticket).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private Replayed replay(Ticket ticket, Message message, EntryDates dates, boolean strict) {
    var ref = ticket.ref();
    var own = MADE_OF.formatted(ref.connection(), ref.id());
    var then = new Hindsight(message.createdAt(), dates, strict, own);
    var asItWas = ticket.until(message);
    var question = TicketQuestion.of(asItWas, message);
    var suggested = suggestions.suggestThen(question, MOST, then);
    var judged = triage.judgeThen(asItWas, message, suggested);
    var sent = SentReply.after(message, ticket);
    var compared = sent.map(it -> comparisons.compare(judged.entryId(), it, suggested.language()));
    var result = result(judged, compared);
    var found =
        new ReplayCase(
            0,
            ref.id(),
            message.id(),
            message.createdAt(),
            result,
            false,
            judged.verdict() instanceof Verdict.Person person && person.ruled(),
            judged.verdict().word(),
            judged.verdict().assessment().rawProbability(),
            compared.map(Comparison::similarity).orElse(0.0),
            suggested.language(),
            ticket.group(),
            best(suggested).map(TicketReplay::topic),
            judged.entryId(),
            judged.entryId().flatMap(it -> dates.changedSince(it, then.at())).orElse(false),
            compared.map(Comparison::sent).orElse(List.of()),
            redacted((question.subject() + "\n\n" + question.text()).strip()),
            sent.map(it -> redacted(it.text())).orElse(""));
    return new Replayed(
        found,
        compared
            .filter(it -> result.isCompared())
            .map(it -> it.outcome(judged, LearnedBy.REPLAY, sent.orElseThrow().at())));
  }

  private static Optional<Suggestion> best(Suggested suggested) {
    return suggested.suggestions().stream().findFirst();
  }

  private static String topic(Suggestion suggestion) {
    return suggestion.group().orElse(suggestion.source());
  }

  private static Result result(Judged judged, Optional<Comparison> compared) {
    if (judged.verdict().assessment().isAutomatic()) {
      return Result.AUTOMATIC;
    }
    if (judged.entryId().isEmpty()) {
      return Result.SILENT;
    }
    return compared
        .map(
            it ->
                switch (it.result()) {
                  case RIGHT -> Result.RIGHT;
                  case WRONG -> Result.WRONG;
                  case UNDECIDED -> Result.UNDECIDED;
                })
        .orElse(Result.UNANSWERED);
  }

  private static String redacted(String text) {
    return Redaction.of(text).text();
  }
}
