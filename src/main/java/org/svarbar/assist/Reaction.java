package org.svarbar.assist;

import java.util.Objects;
import java.util.Optional;
import org.svarbar.suggestion.Experience;
import org.svarbar.suggestion.Question;
import org.svarbar.triage.Outcome;

/**
 * What became of a message for which something was suggested.
 *
 * @param asked what the requester wanted to know; empty: it says nothing of which entry answers
 */
public record Reaction(Outcome outcome, Optional<Question> asked) {

  public Reaction {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(asked, "asked");
  }

  /** Ranking learns which entry answered, where one alone did; until then, nothing. */
  void teach(Experience experience) {
    asked.ifPresent(question -> teach(experience, question));
  }

  private void teach(Experience experience, Question question) {
    var source = "helpdesk-" + outcome.ticket().connection().value();
    var reference = outcome.ticket().id() + " " + outcome.messageId();
    answer()
        .ifPresentOrElse(
            entry -> experience.learn(source, reference, question, entry, outcome.at()),
            () -> experience.forget(source, reference));
  }

  private Optional<Long> answer() {
    return outcome.found().equals("undecided") || outcome.sent().size() != 1
        ? Optional.empty()
        : outcome.sent().stream().findFirst();
  }
}
