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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.knowledge.EntryIndex;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Languages;
import org.svarbar.suggestion.Associations.Likelihoods;
import org.svarbar.suggestion.Findings.Found;
import org.svarbar.suggestion.Question.Audience;
import org.svarbar.text.LanguageGuess;
import org.svarbar.text.Questions;
import org.svarbar.text.Terms;

/** Finds what answers a question. */
@ApplicationScoped
public class Suggestions {

  private static final int MOST = 3;

  /** What past questions point to that weakly is not looked at. */
  private static final double LEAST_LIKELIHOOD = 0.01;

  private static final int MOST_MISSED = 10;
  private static final int MOST_PARTS = 4;

  /** By so much an answer in another language must be better. */
  private static final double OTHER_LANGUAGE = 1;

  /** Who reads one of these can read the others. */
  private static final List<Locale> SCANDINAVIAN =
      List.of(Languages.SWEDISH, Languages.BOKMAL, Languages.NYNORSK, Languages.DANISH);

  @Inject EntryIndex index;
  @Inject FaqEntries entries;
  @Inject SuggestionSettings settings;
  @Inject LearnedAssociations learning;
  @Inject RenderedEntries rendered;

  /** At most three suggestions, as {@link #suggest(Question, int)}. */
  public Suggested suggest(Question question) {
    return suggest(question, MOST);
  }

  /**
   * The best suggestions: those in the question's language first, then for a Scandinavian question
   * those in the other Scandinavian languages.
   *
   * @param most 1 to 50; at most so many that fit, and so many that do not
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer: trying
   *     later may help
   */
  public Suggested suggest(Question question, int most) {
    var language = question.language().orElseGet(() -> guessed(question));
    var whole = new ArrayList<Question>(List.of(question));
    whole.addAll(parts(question, language));
    var all = search(whole, language);
    var fitting = shown(fitting(all, most), question);
    var taken = fitting.stream().map(it -> name(it.found())).collect(Collectors.toSet());
    var others =
        all.getFirst().found().stream()
            .filter(it -> !taken.contains(name(it)))
            .limit(most)
            .toList();
    return new Suggested(
        language,
        all.getFirst().probability(),
        fitting.stream().map(this::suggestion).toList(),
        shown(others, question).stream().map(this::suggestion).toList());
  }

  /** The questions of a mail that asks for several things, each on its own. */
  private static List<Question> parts(Question question, Locale language) {
    var asked = Questions.of(question.subject(), question.text(), language).asked();
    return asked.size() < 2
        ? List.of()
        : asked.stream().limit(MOST_PARTS).map(each -> question.reducedTo(each.inFull())).toList();
  }

  /**
   * What was found for a part of a question.
   *
   * @param found best first
   * @param probability that the first is right
   */
  private record Ranked(List<Found> found, double probability) {

    static Ranked of(List<Found> found) {
      return new Ranked(found, Confidence.of(found.stream().map(Found::candidate).toList()));
    }
  }

  /**
   * What fits: the best for the whole mail, then the best for each of its questions. Nothing when
   * nothing fits the whole.
   */
  private List<Found> fitting(List<Ranked> parts, int most) {
    var fitting = parts.stream().map(Ranked::found).map(this::fitting).toList();
    return fitting.getFirst().isEmpty() ? List.of() : turns(fitting).stream().limit(most).toList();
  }

  private List<Found> fitting(List<Found> found) {
    var policy = settings.policy();
    return found.stream()
        .filter(it -> policy.lets(it.candidate(), found.getFirst().candidate()))
        .toList();
  }

  /** The first of each list, then the second of each, and so on; each entry once. */
  private static List<Found> turns(List<List<Found>> lists) {
    var longest = lists.stream().mapToInt(List::size).max().orElse(0);
    var seen = new HashSet<List<String>>();
    return IntStream.range(0, longest)
        .boxed()
        .flatMap(i -> lists.stream().filter(list -> i < list.size()).map(list -> list.get(i)))
        .filter(it -> seen.add(name(it)))
        .toList();
  }

  private record Shown(Found found, FaqEntry entry) {}

  private List<Shown> shown(List<Found> found, Question question) {
    var known = entries.findAll(found.stream().map(it -> hit(it).id()).toList());
    return found.stream()
        .filter(it -> mayBeShown(known.get(hit(it).id()), question))
        .map(it -> new Shown(it, known.get(hit(it).id())))
        .toList();
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

  /** All parts in one request; one answer for each, in their order. */
  private List<Ranked> search(List<Question> parts, Locale language) {
    var queries = parts.stream().map(part -> queries(part, readable(language))).toList();
    var all = queries.stream().flatMap(List::stream).toList();
    var answers = all.isEmpty() ? List.<EntryHits>of() : index.find(all);
    var ranked = new ArrayList<Ranked>();
    var from = 0;
    for (var i = 0; i < parts.size(); i++) {
      var until = from + queries.get(i).size();
      var own = answers.subList(from, until);
      ranked.add(Ranked.of(ordered(findings(parts.get(i), language, queries.get(i), own))));
      from = until;
    }
    return ranked;
  }

  private List<Findings> findings(
      Question part, Locale language, List<EntryQuery> queries, List<EntryHits> answers) {
    var likelihoods = likelihoods(part, language);
    var also = alsoThese(part, answers, likelihoods);
    var findings = new ArrayList<Findings>();
    for (var i = 0; i < answers.size(); i++) {
      var searched = queries.get(i).language();
      findings.add(
          Findings.of(
              part,
              searched,
              answers.get(i),
              also.stream().filter(hit -> hit.language().equals(searched)).toList(),
              likelihoods::of));
    }
    return findings;
  }

  private List<EntryQuery> queries(Question question, List<Locale> languages) {
    var group = question.group().filter(entries.groups()::contains);
    var internalToo = question.audience() == Audience.AGENTS;
    return languages.stream()
        .map(language -> AskedWords.of(question, language).query(language, group, internalToo))
        .filter(query -> !query.words().isEmpty())
        .toList();
  }

  private Likelihoods likelihoods(Question question, Locale language) {
    var associations = learning.now().associations();
    return associations.isEmpty()
        ? new Likelihoods(Map.of(), 0)
        : associations.likelihoods(Terms.of(question.subject() + "\n" + question.text(), language));
  }

  /** Entries that past questions point to and the search did not find. */
  private List<EntryHit> alsoThese(
      Question question, List<EntryHits> answers, Likelihoods likelihoods) {
    var found = new HashSet<Long>();
    answers.forEach(hits -> hits.hits().forEach(hit -> found.add(hit.id())));
    var missed =
        likelihoods.known().entrySet().stream()
            .filter(
                entry -> entry.getValue() >= LEAST_LIKELIHOOD && !found.contains(entry.getKey()))
            .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
            .limit(MOST_MISSED)
            .map(Map.Entry::getKey)
            .toList();
    return entries.findAll(missed).values().stream()
        .filter(entry -> mayBeShown(entry, question) && isOfGroup(entry, question))
        .map(Candidate::unfound)
        .toList();
  }

  private static boolean isOfGroup(FaqEntry entry, Question question) {
    return question.group().isEmpty()
        || entry.group().isEmpty()
        || entry.group().equals(question.group());
  }

  /**
   * Best first, each entry once: in the question's language where it is there. Entries in other
   * languages must be clearly better to come before those in the question's.
   */
  private List<Found> ordered(List<Findings> findings) {
    if (findings.isEmpty()) {
      return List.of();
    }
    var own = findings.getFirst().found();
    var written = new HashSet<List<String>>();
    own.forEach(it -> written.add(name(it)));
    var others =
        findings.stream()
            .skip(1)
            .flatMap(each -> each.found().stream())
            .sorted(Comparator.comparingDouble(Suggestions::rank).reversed())
            .filter(it -> written.add(name(it)))
            .map(it -> it.less(OTHER_LANGUAGE));
    return Stream.concat(own.stream(), others)
        .sorted(Comparator.comparingDouble(Suggestions::rank).reversed())
        .toList();
  }

  private static List<String> name(Found found) {
    return List.of(hit(found).source(), hit(found).key());
  }

  private static EntryHit hit(Found found) {
    return found.candidate().hit();
  }

  private static double rank(Found found) {
    return found.candidate().rank();
  }

  /** The index may be a moment behind; the database is not. */
  private static boolean mayBeShown(FaqEntry entry, Question question) {
    return entry != null
        && !entry.isRetired()
        && (entry.isPublic() || question.audience() == Audience.AGENTS);
  }

  private Suggestion suggestion(Shown shown) {
    var candidate = shown.found().candidate();
    var entry = shown.entry();
    var answer = rendered.of(entry);
    return new Suggestion(
        entry.id(),
        entry.source(),
        entry.key(),
        entry.title(),
        shown.found().sentence().of(answer.sentences()),
        answer.html(),
        entry.isPublic() ? entry.url() : Optional.empty(),
        entry.language(),
        entry.group(),
        entry.isPublic(),
        entry.changedAt(),
        candidate.rank(),
        candidate.likelihood(),
        candidate.asked(),
        candidate.coverage(),
        candidate.matched());
  }
}
