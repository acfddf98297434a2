package org.svarbar.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Suggested;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddTag;
import org.svarbar.ticket.TicketAction.SetField;
import org.svarbar.triage.Judged;
import org.svarbar.triage.TriagePolicy;
import org.svarbar.triage.TriagePolicy.Marking;
import org.svarbar.triage.Verdict;

/** What is written to a ticket about a verdict: a note, and a mark if the policy says so. */
record VerdictActions(Connection via, TriagePolicy policy) {

  private static final String TAG = "svarbar-";

  /** Nothing for what a program wrote. */
  List<TicketAction> of(Judged judged, Suggested suggested, TriedAnswers tried) {
    var actions = new ArrayList<TicketAction>();
    if (!judged.verdict().assessment().isAutomatic()) {
      if (!suggested.suggestions().isEmpty() || isToldWithout(judged.verdict())) {
        actions.add(new SuggestionNote(via.noteLanguage()).write(judged, suggested, tried));
      }
      mark(judged).ifPresent(actions::add);
    }
    return actions;
  }

  private boolean isToldWithout(Verdict verdict) {
    return policy.noteForPerson() && verdict instanceof Verdict.Person person && person.ruled();
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
