package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /** By so much an answer in another language must be better. */
  private static final double OTHER_LANGUAGE = 1;

  /** Who reads one of these can read the others. */
  private static final List<Locale> SCANDINAVIAN =
      List.of(Languages.SWEDISH, Languages.BOKMAL, Languages.NYNORSK, Languages.DANISH);

  @Inject EntryIndex index;
  @Inject FaqEntries entries;
  @Inject LearnedAssociations learning;
  @Inject Meanings meanings;

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
    var pending = meanings.ask(parts);
    var asked = parts.stream().map(part -> asked(part, readable(language))).toList();
    var queries = new ArrayList<EntryQuery>();
    for (var i = 0; i < parts.size(); i++) {
      for (var words : asked.get(i)) {
        queries.add(query(words, parts.get(i)));
      }
    }
    var answers =
        queries.isEmpty()
            ? Collections.<EntryHits>emptyIterator()
            : index.find(queries, meanings.areOn() ? MOST_HITS_TO_COMPARE : MOST_HITS).iterator();
    var embedded = pending.await();
    var ranked = new ArrayList<Ranked>();
    for (var i = 0; i < parts.size(); i++) {
      var own = asked.get(i).stream().map(it -> answers.next()).toList();
      var part = i;
      var embedding = embedded.map(it -> it.get(part));
      ranked.add(
          Ranked.of(
              ordered(findings(parts.get(i), language, asked.get(i), own, embedding)),
              embedding.isPresent()));
    }
    return ranked;
  }

  /** The model by which what was asked and what is known are compared; empty: none. */
  Optional<String> embeddings() {
    return meanings.model();
  }

  /** The question's words in each language that it can be read in, where there are any. */
  private static List<AskedWords> asked(Question question, List<Locale> languages) {
    return languages.stream()
        .map(language -> AskedWords.of(question, language))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static EntryQuery query(AskedWords words, Question question) {
    return words.query(question.group(), question.audience() == Audience.AGENTS);
  }

  private List<Findings> findings(
      Question part,
      Locale language,
      List<AskedWords> asked,
      List<EntryHits> answers,
      Optional<Embedding> embedding) {
    var likelihoods = likelihoods(part, language);
    var also = alsoThese(part, answers, likelihoods);
    var nearness = embedding.map(it -> meanings.near(it, ids(answers, also)));
    var findings = new ArrayList<Findings>();
    for (var i = 0; i < answers.size(); i++) {
      var words = asked.get(i);
      findings.add(
          Findings.of(
              words,
              answers.get(i),
              also.stream().filter(hit -> hit.language().equals(words.language())).toList(),
              likelihoods::of,
              nearness.orElse(Nearness.UNKNOWN)));
    }
    return findings;
  }

  private static List<Long> ids(List<EntryHits> answers, List<EntryHit> also) {
    return Stream.concat(answers.stream().flatMap(it -> it.hits().stream()), also.stream())
        .map(EntryHit::id)
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
        .filter(entry -> question.mayBeAnsweredBy(entry))
        .map(Candidate::unfound)
        .toList();
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
    own.forEach(it -> written.add(it.name()));
    var others =
        findings.stream()
            .skip(1)
            .flatMap(each -> each.found().stream())
            .sorted(Comparator.comparingDouble(Found::rank).reversed())
            .filter(it -> written.add(it.name()))
            .map(it -> it.less(OTHER_LANGUAGE));
    return Stream.concat(own.stream(), others)
        .sorted(Comparator.comparingDouble(Found::rank).reversed())
        .toList();
  }

  private static List<Locale> readable(Locale language) {
    return SCANDINAVIAN.contains(language)
        ? Stream.concat(
                Stream.of(language), SCANDINAVIAN.stream().filter(it -> !it.equals(language)))
            .toList()
        : List.of(language);
  }
}
