package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.svarbar.assist.Offer;
import org.svarbar.assist.Offers;
import org.svarbar.suggestion.Question;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.suggestion.Suggestions;
import org.svarbar.text.LanguageGuess;
import org.svarbar.ticket.TicketRef;

/** An agent's own search in the knowledge that suggestions come from. */
@ApplicationScoped
class PanelSearch {

  private static final int MOST = 5;

  /** A few words are seldom surely of a language: then it is the customer's. */
  private static final double CERTAIN = 0.8;

  @Inject Offers offers;
  @Inject Suggestions suggestions;

  /**
   * What fits, then what fits less well; an agent sees that for themselves.
   *
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer
   */
  List<Suggestion> find(String sought, TicketRef ticket) {
    var offer = offers.latest(ticket);
    var language =
        LanguageGuess.of(sought)
            .filter(guess -> guess.certainty() >= CERTAIN)
            .map(LanguageGuess::language)
            .or(() -> offer.map(Offer::language));
    var question =
        new Question("", sought, language, offer.flatMap(Offer::group), Question.Audience.AGENTS);
    var found = suggestions.suggest(question.askedThrough(ticket.connection().value()), MOST);
    return Stream.concat(found.suggestions().stream(), found.passedOver().stream())
        .limit(MOST)
        .toList();
  }
}
