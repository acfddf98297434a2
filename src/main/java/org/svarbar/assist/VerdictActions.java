package org.svarbar.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddTag;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketAction.SetField;
import org.svarbar.triage.Judged;
import org.svarbar.triage.TriagePolicy;
import org.svarbar.triage.TriagePolicy.Marking;
import org.svarbar.triage.Verdict;

/**
 * What is written to a ticket about a verdict: a note, a draft where the mode asks for it, and a
 * mark if the policy says so.
 *
 * @param keepsDrafts whether the helpdesk does; else the note holds the draft
 * @param panel where an agent sees more than the note
 */
record VerdictActions(
    Connection via, TriagePolicy policy, Modes.Conduct conduct, boolean keepsDrafts, String panel) {

  /** What stands before the verdict in a tag. */
  static final String TAG = "svarbar-";

  /** Nothing for what a program wrote. */
  List<TicketAction> of(JudgedMessage found) {
    var actions = new ArrayList<TicketAction>();
    var judged = found.judged();
    if (!judged.verdict().assessment().isAutomatic()) {
      var answer = toDraft(found);
      if (!found.suggested().suggestions().isEmpty() || isToldWithout(judged.verdict())) {
        actions.add(
            new SuggestionNote(via.noteLanguage(), panel)
                .write(judged, found.suggested(), found.tried(), inNote(found, answer)));
      }
      answer.filter(any -> keepsDrafts).map(it -> draft(found, it)).ifPresent(actions::add);
      mark(judged).ifPresent(actions::add);
    }
    return actions;
  }

  private boolean isToldWithout(Verdict verdict) {
    return policy.noteForPerson() && verdict instanceof Verdict.Person person && person.ruled();
  }

  /** The best answer that may be sent, unless a person is to write one of their own. */
  private Optional<Suggestion> toDraft(JudgedMessage found) {
    return conduct.mode() == Mode.DRAFT && !(found.judged().verdict() instanceof Verdict.Person)
        ? found.suggested().suggestions().stream().filter(Suggestion::isPublic).findFirst()
        : Optional.empty();
  }

  private NoteText.Draft inNote(JudgedMessage found, Optional<Suggestion> answer) {
    return answer
        .filter(any -> !keepsDrafts)
        .map(it -> reply(found, it, ""))
        .map(it -> new NoteText.Draft("", it.html(), it.text()))
        .orElse(NoteText.Draft.NONE);
  }

  private SaveDraft draft(JudgedMessage found, Suggestion answer) {
    var ticket = found.ticket().ref();
    var key = NoteKey.of(ticket, found.message().id());
    var reply = reply(found, answer, TicketAction.marker(key));
    return new SaveDraft(ticket, key, reply.html(), reply.text());
  }

  private ReplyText reply(JudgedMessage found, Suggestion answer, String marker) {
    return new AnswerReply(found.judged().language(), conduct.rules().signature())
        .draft(found.ticket().requester(), answer, found.tried(), marker);
  }

  private Optional<TicketAction> mark(Judged judged) {
    var key = NoteKey.of(judged.ticket(), judged.messageId());
    var word = judged.verdict().word();
    return switch (policy.marking()) {
      case Marking.None none -> Optional.empty();
      case Marking.Tag tag -> Optional.of(new AddTag(judged.ticket(), key, TAG + word));
      case Marking.Field field ->
          Optional.of(new SetField(judged.ticket(), key, field.name(), word));
    };
  }
}
