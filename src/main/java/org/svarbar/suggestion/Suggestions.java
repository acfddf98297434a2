package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.knowledge.EntryIndex;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Languages;
import org.svarbar.suggestion.Findings.Found;
import org.svarbar.suggestion.Question.Audience;
import org.svarbar.text.LanguageGuess;

/** Finds what answers a question. */
@ApplicationScoped
public class Suggestions {

  private static final int MOST = 3;

  /** Who reads one of these can read the others. */
  private static final List<Locale> SCANDINAVIAN =
      List.of(Languages.SWEDISH, Languages.BOKMAL, Languages.NYNORSK, Languages.DANISH);

  @Inject EntryIndex index;
  @Inject FaqEntries entries;
  @Inject SuggestionSettings settings;

  /**
   * At most three suggestions: those in the question's language first, then for a Scandinavian
   * question those in the other Scandinavian languages.
   *
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer: trying
   *     later may help
   */
  public Suggested suggest(Question question) {
    var language = question.language().orElseGet(() -> guessed(question));
    var findings = search(question, readable(language));
    if (findings.isEmpty()) {
      return new Suggested(language, List.of(), List.of());
    }
    var fitting = ordered(findings, true);
    var passedOver = ordered(findings, false);
    var known =
        entries.findAll(
            Stream.of(fitting, passedOver).flatMap(List::stream).map(Suggestions::id).toList());
    var seen = new HashSet<List<String>>();
    return new Suggested(
        language,
        suggestions(fitting, known, question, seen),
        suggestions(passedOver, known, question, seen));
  }

  /** English for a text without letters, of which nothing can be found either. */
  private static Locale guessed(Question question) {
    return LanguageGuess.of(question.subject() + "\n" + question.text())
        .map(LanguageGuess::language)
        .orElse(Languages.ENGLISH);
  }

  private static List<Locale> readable(Locale language) {
    return SCANDINAVIAN.contains(language)
        ? Stream.concat(
                Stream.of(language), SCANDINAVIAN.stream().filter(it -> !it.equals(language)))
            .toList()
        : List.of(language);
  }

  private List<Findings> search(Question question, List<Locale> languages) {
    var group = question.group().filter(entries.groups()::contains);
    var queries = new ArrayList<EntryQuery>();
    for (var language : languages) {
      var asked = AskedWords.of(question, language);
      if (!asked.isEmpty()) {
        var internalToo = question.audience() == Audience.AGENTS;
        queries.add(new EntryQuery(language, asked.text(), asked.keys(), group, internalToo));
      }
    }
    var answers = queries.isEmpty() ? List.<EntryHits>of() : index.find(queries);
    var findings = new ArrayList<Findings>();
    for (var i = 0; i < answers.size(); i++) {
      findings.add(Findings.of(question, queries.get(i).language(), answers.get(i)));
    }
    return findings;
  }

  /** The question's own language first; of the others what stands comparison with it. */
  private List<Found> ordered(List<Findings> findings, boolean fitting) {
    var policy = settings.policy();
    var own = findings.getFirst().found(policy, fitting);
    var others =
        findings.stream()
            .skip(1)
            .flatMap(each -> each.found(policy, fitting).stream())
            .filter(
                each ->
                    own.isEmpty() || policy.isNear(each.candidate(), own.getFirst().candidate()))
            .sorted(Comparator.comparingDouble(Suggestions::strength).reversed());
    return Stream.concat(own.stream(), others).limit(4 * MOST).toList();
  }

  private static long id(Found found) {
    return found.candidate().hit().id();
  }

  private static double strength(Found found) {
    return found.candidate().strength();
  }

  /** Of an entry in several languages the first only. */
  private static List<Suggestion> suggestions(
      List<Found> found, Map<Long, FaqEntry> known, Question question, HashSet<List<String>> seen) {
    return found.stream()
        .filter(each -> mayBeShown(known.get(id(each)), question))
        .filter(
            each ->
                seen.add(List.of(each.candidate().hit().source(), each.candidate().hit().key())))
        .limit(MOST)
        .map(each -> suggestion(each, known.get(id(each))))
        .toList();
  }

  /** The index may be a moment behind; the database is not. */
  private static boolean mayBeShown(FaqEntry entry, Question question) {
    return entry != null
        && !entry.isRetired()
        && (entry.isPublic() || question.audience() == Audience.AGENTS);
  }

  private static Suggestion suggestion(Found found, FaqEntry entry) {
    var candidate = found.candidate();
    return new Suggestion(
        entry.id(),
        entry.title(),
        found.sentence().of(entry.plainText(), entry.language()),
        entry.html(),
        entry.isPublic() ? entry.url() : Optional.empty(),
        entry.language(),
        entry.group(),
        entry.isPublic(),
        entry.changedAt(),
        candidate.strength(),
        candidate.coverage(),
        candidate.matched());
  }
}
