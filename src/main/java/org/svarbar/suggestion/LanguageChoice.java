package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.svarbar.knowledge.EntryVersions;
import org.svarbar.suggestion.Findings.Found;

/** Puts each entry once into one list: in the question's language where it is there. */
@ApplicationScoped
class LanguageChoice {

  /** By so much an answer in another language must be better. */
  private static final double OTHER_LANGUAGE = 1;

  /** What is further behind the best is not shown. */
  private static final double NEAR = 4;

  @Inject EntryVersions versions;

  /** Best first. */
  List<Found> ordered(Question question, Locale language, List<Findings> findings) {
    Predicate<Findings> isOwn = each -> each.language().equals(language);
    var names = new HashSet<List<String>>();
    var own = best(findings.stream().filter(isOwn)).toList();
    own.forEach(it -> names.add(it.name()));
    var others =
        best(findings.stream().filter(isOwn.negate()))
            .filter(it -> names.add(it.name()))
            .map(it -> it.less(OTHER_LANGUAGE))
            .toList();
    var all =
        Stream.concat(own.stream(), others.stream())
            .sorted(Comparator.comparingDouble(Found::rank).reversed())
            .toList();
    var near = others.stream().filter(it -> it.rank() >= all.getFirst().rank() - NEAR).toList();
    var sentence = findings.stream().filter(isOwn).findFirst().map(Findings::sentence);
    return near.isEmpty() ? all : inOwnLanguage(all, near, question, language, sentence);
  }

  private static Stream<Found> best(Stream<Findings> findings) {
    return findings
        .flatMap(each -> each.found().stream())
        .sorted(Comparator.comparingDouble(Found::rank).reversed());
  }

  /** Entries that only their translation was found of are there in the question's language too. */
  private List<Found> inOwnLanguage(
      List<Found> all,
      List<Found> near,
      Question question,
      Locale language,
      Optional<AnsweringSentence> sentence) {
    var own = versions.in(language, near.stream().map(it -> it.candidate().hit().id()).toList());
    return all.stream()
        .map(
            it -> {
              var id = it.candidate().hit().id();
              return own.containsKey(id) && question.mayBeAnsweredBy(own.get(id))
                  ? it.of(Candidate.unfound(own.get(id)), sentence)
                  : it;
            })
        .toList();
  }
}
