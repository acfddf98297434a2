package org.svarbar.panel;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.suggestion.Suggestion;

/**
 * A suggestion as the panel shows it.
 *
 * @param messageId of the message that it is for
 * @param confidence in words; empty: there is nothing to say
 * @param marks what an agent must know before using it, such as that it is internal
 * @param vote what this agent said of it
 */
record ShownSuggestion(
    Suggestion suggestion,
    String messageId,
    String confidence,
    List<String> marks,
    Optional<PanelAct> vote) {

  ShownSuggestion {
    Objects.requireNonNull(suggestion, "suggestion");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(confidence, "confidence");
    marks = List.copyOf(marks);
    Objects.requireNonNull(vote, "vote");
  }

  long id() {
    return suggestion.entryId();
  }

  Locale language() {
    return suggestion.language();
  }

  /** Whether its words may reach a customer. */
  boolean mayBeSent() {
    return suggestion.isPublic();
  }

  String url() {
    return suggestion.url().map(Object::toString).orElse("");
  }

  Optional<Boolean> votedRight() {
    return vote.flatMap(PanelAct::isRight);
  }

  boolean hasReason(PanelAct.Reason reason) {
    return vote.flatMap(PanelAct::reason).filter(reason::equals).isPresent();
  }

  /** The whole answer around the sentence that answers; the sentence alone if it is not in it. */
  Passage passage() {
    return Passage.of(suggestion.answerText(), suggestion.sentence());
  }

  /** What stands before and after the sentence; both may be empty. */
  record Passage(String before, String sentence, String after) {

    static Passage of(String whole, String sentence) {
      var at = sentence.isEmpty() ? -1 : whole.indexOf(sentence);
      return at < 0
          ? new Passage("", sentence, sentence.isEmpty() ? whole : "\n\n" + whole)
          : new Passage(whole.substring(0, at), sentence, whole.substring(at + sentence.length()));
    }
  }
}
