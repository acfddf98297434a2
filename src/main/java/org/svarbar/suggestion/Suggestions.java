package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.knowledge.EntryIndex;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Languages;
import org.svarbar.suggestion.Question.Audience;

/** Finds what answers a question. */
@ApplicationScoped
public class Suggestions {

  private static final int MOST = 3;

  @Inject EntryIndex index;
  @Inject FaqEntries entries;
  @Inject SuggestionPolicy policy;

  /**
   * At most three suggestions.
   *
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer: trying
   *     later may help
   */
  public Suggested suggest(Question question) {
    var language = question.language().orElse(Languages.SWEDISH);
    var asked = AskedWords.of(question, language);
    if (asked.isEmpty()) {
      return new Suggested(language, List.of(), List.of());
    }
    var hits = index.find(List.of(query(question, language, asked))).getFirst();
    return judged(question, language, asked, hits);
  }

  private EntryQuery query(Question question, Locale language, AskedWords asked) {
    return new EntryQuery(
        language,
        asked.text(),
        asked.keys(),
        question.group().filter(entries.groups()::contains),
        question.audience() == Audience.AGENTS);
  }

  private Suggested judged(Question question, Locale language, AskedWords asked, EntryHits hits) {
    var weights = new WordWeights(hits.frequencies(), hits.entries());
    var sentence = new AnsweringSentence(asked, weights);
    var candidates =
        hits.hits().stream().map(hit -> Candidate.of(hit, asked, weights)).limit(2 * MOST).toList();
    var known =
        entries.findAll(candidates.stream().map(candidate -> candidate.hit().id()).toList());
    var fitting = new ArrayList<Suggestion>();
    var passedOver = new ArrayList<Suggestion>();
    var seen = new HashSet<List<String>>();
    for (var candidate : candidates) {
      var entry = known.get(candidate.hit().id());
      if (!mayBeShown(entry, question) || !seen.add(List.of(entry.source(), entry.key()))) {
        continue;
      }
      var to = policy.lets(candidate) ? fitting : passedOver;
      if (to.size() < MOST) {
        to.add(suggestion(candidate, entry, sentence));
      }
    }
    return new Suggested(language, fitting, passedOver);
  }

  /** The index may be a moment behind; the database is not. */
  private static boolean mayBeShown(FaqEntry entry, Question question) {
    return entry != null
        && !entry.isRetired()
        && (entry.isPublic() || question.audience() == Audience.AGENTS);
  }

  private static Suggestion suggestion(
      Candidate candidate, FaqEntry entry, AnsweringSentence sentence) {
    return new Suggestion(
        entry.id(),
        entry.title(),
        sentence.of(entry.plainText(), entry.language()),
        entry.html(),
        entry.url(),
        entry.language(),
        entry.group(),
        entry.isPublic(),
        entry.changedAt(),
        candidate.score(),
        candidate.coverage(),
        candidate.matched());
  }
}
