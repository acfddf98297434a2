package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.svarbar.embedding.Embedding;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.knowledge.EntryIndex;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.platform.Languages;
import org.svarbar.suggestion.Associations.Likelihoods;
import org.svarbar.suggestion.Findings.Found;
import org.svarbar.suggestion.Question.Audience;
import org.svarbar.text.Terms;

/** Ranks what the search finds and what past questions point to. */
@ApplicationScoped
class Retrieval {

  /** What past questions point to that weakly is not looked at. */
  private static final double LEAST_LIKELIHOOD = 0.01;

  private static final int MOST_MISSED = 10;

  private static final int MOST_HITS = 20;

  /** Among more of them, what they mean finds what their words put far behind. */
  private static final int MOST_HITS_TO_COMPARE = 50;

  /** Some of them came later. */
  private static final int MOST_HITS_THEN = 100;

  private static final List<Locale> SCANDINAVIAN =
      List.of(Languages.SWEDISH, Languages.BOKMAL, Languages.NYNORSK, Languages.DANISH);

  @Inject EntryIndex index;
  @Inject FaqEntries entries;
  @Inject LearnedAssociations learning;
  @Inject Meanings meanings;
  @Inject LearnedLexicon lexicons;
  @Inject LanguageChoice choice;

  /**
   * What was found for a question.
   *
   * @param found best first
   * @param confidence that anything answers, and that the first does
   * @param byMeaning whether embeddings took part
   */
  record Ranked(List<Found> found, Confidence confidence, boolean byMeaning) {

    static Ranked of(List<Found> found, boolean byMeaning) {
      return new Ranked(
          found, Confidence.of(found.stream().map(Found::candidate).toList()), byMeaning);
    }
  }

  /** All parts in one request; one answer for each, in their order. */
  List<Ranked> ranked(List<Question> parts, Locale language) {
    var most = meanings.areOn() ? MOST_HITS_TO_COMPARE : MOST_HITS;
    return ranked(parts, language, new Known(learning.now().what(), hit -> true, most));
  }

  /** The same as it would have been then; see {@link Hindsight} for what that means. */
  List<Ranked> ranked(List<Question> parts, Locale language, Hindsight then) {
    var associations = learning.before(then.at());
    Predicate<EntryHit> entries = hit -> then.knew(hit.id(), hit.key());
    return ranked(parts, language, new Known(associations, entries, MOST_HITS_THEN));
  }

  private List<Ranked> ranked(List<Question> parts, Locale language, Known known) {
    var pending = meanings.ask(parts);
    var asked = parts.stream().map(part -> asked(part, language)).toList();
    var queries = new ArrayList<EntryQuery>();
    for (var i = 0; i < parts.size(); i++) {
      for (var words : asked.get(i)) {
        queries.add(query(words, parts.get(i)));
      }
    }
    var answers =
        queries.isEmpty()
            ? Collections.<EntryHits>emptyIterator()
            : index.find(queries, known.most()).iterator();
    var embedded = pending.await();
    var ranked = new ArrayList<Ranked>();
    for (var i = 0; i < parts.size(); i++) {
      var own = asked.get(i).stream().map(it -> known.of(answers.next())).toList();
      var part = i;
      var embedding = embedded.map(it -> it.get(part));
      var findings = findings(parts.get(i), language, asked.get(i), own, embedding, known);
      var ordered =
          choice.ordered(parts.get(i), language, findings).stream()
              .filter(it -> known.entries().test(it.candidate().hit()))
              .toList();
      ranked.add(Ranked.of(ordered, embedding.isPresent()));
    }
    return ranked;
  }

  /** The model by which what was asked and what is known are compared; empty: none. */
  Optional<String> embeddings() {
    return meanings.model();
  }

  /** The question's words in its own language, then in each that it can be read in. */
  private List<AskedWords> asked(Question question, Locale language) {
    var lexicon = lexicons.now().what();
    return Stream.concat(Stream.of(language), others(language))
        .map(to -> asked(question, language, to, lexicon))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static AskedWords asked(Question question, Locale from, Locale to, Lexicon lexicon) {
    var alike = isScandinavian(from, to);
    var none = new TakenTerms().asked(to, List.of());
    return lexicon
        .leading(from, to)
        .filter(translations -> !from.equals(to))
        .map(translations -> TranslatedWords.of(question, from, to, translations, alike))
        .orElseGet(() -> from.equals(to) || alike ? AskedWords.of(question, to) : none);
  }

  private static Stream<Locale> others(Locale language) {
    return Languages.ALL.stream().filter(it -> !it.equals(language));
  }

  /** Who reads one of these can read the other. */
  private static boolean isScandinavian(Locale one, Locale other) {
    return SCANDINAVIAN.contains(one) && SCANDINAVIAN.contains(other);
  }

  private static EntryQuery query(AskedWords words, Question question) {
    return words.query(question.group(), question.audience() == Audience.AGENTS, question.hidden());
  }

  private List<Findings> findings(
      Question part,
      Locale language,
      List<AskedWords> asked,
      List<EntryHits> answers,
      Optional<Embedding> embedding,
      Known known) {
    var likelihoods = likelihoods(part, language, known.associations());
    var also = alsoThese(part, answers, likelihoods).stream().filter(known.entries()).toList();
    var nearness = embedding.map(it -> meanings.near(it, ids(answers, also)));
    var findings = new ArrayList<Findings>();
    for (var i = 0; i < answers.size(); i++) {
      var words = asked.get(i);
      findings.add(
          Findings.of(
              words,
              answers.get(i),
              also.stream().filter(hit -> hit.language().equals(words.language())).toList(),
              likelihoods,
              nearness.orElse(Nearness.UNKNOWN)));
    }
    return findings;
  }

  private static List<Long> ids(List<EntryHits> answers, List<EntryHit> also) {
    return Stream.concat(answers.stream().flatMap(it -> it.hits().stream()), also.stream())
        .map(EntryHit::id)
        .toList();
  }

  private static Likelihoods likelihoods(
      Question question, Locale language, Associations associations) {
    return associations.isEmpty()
        ? Likelihoods.NONE
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
        .filter(entry -> question.mayBeAnsweredBy(entry))
        .map(Candidate::unfound)
        .toList();
  }
}
