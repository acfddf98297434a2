package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.svarbar.knowledge.Brands;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Measures;
import org.svarbar.suggestion.Findings.Found;
import org.svarbar.suggestion.Retrieval.Ranked;
import org.svarbar.text.LanguageGuess;
import org.svarbar.text.Questions;

/** Finds what answers a question. */
@ApplicationScoped
public class Suggestions {

  private static final int MOST = 3;

  private static final int MOST_PARTS = 4;

  @Inject FaqEntries entries;
  @Inject Brands brands;
  @Inject SuggestionSettings settings;
  @Inject Retrieval retrieval;
  @Inject RenderedEntries rendered;
  @Inject PastQuestions past;
  @Inject Measures measures;

  /** At most three suggestions, as {@link #suggest(Question, int)}. */
  public Suggested suggest(Question question) {
    return suggest(question, MOST);
  }

  /**
   * The best suggestions. A Scandinavian question gets entries in the other Scandinavian languages
   * too, where they are clearly better; what a mail asks for besides comes after the best for the
   * whole.
   *
   * @param most 1 to 50; at most so many that fit, and so many that do not
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer: trying
   *     later may help
   */
  public Suggested suggest(Question asked, int most) {
    var start = System.nanoTime();
    var suggested = suggest(asked, most, retrieval::ranked);
    measures.time(
        "svarbar.suggestions",
        "How long suggestions for a question took that could be made",
        Duration.ofNanos(System.nanoTime() - start));
    return suggested;
  }

  /** What would have been suggested then, as far as that can be known; see {@link Hindsight}. */
  public Suggested suggestThen(Question asked, int most, Hindsight then) {
    return suggest(asked, most, (parts, language) -> retrieval.ranked(parts, language, then));
  }

  private Suggested suggest(
      Question asked, int most, BiFunction<List<Question>, Locale, List<Ranked>> ranking) {
    var question =
        asked.of(asked.group().filter(entries::hasGroup)).without(brands.hiddenFrom(asked.asker()));
    var language = question.language().orElseGet(() -> guessed(question));
    var whole = new ArrayList<Question>(List.of(question));
    whole.addAll(parts(question, language));
    var all = ranking.apply(whole, language);
    var fitting = fitting(all, most);
    var taken = fitting.stream().map(Found::name).collect(Collectors.toSet());
    var others =
        all.getFirst().found().stream()
            .filter(it -> !taken.contains(it.name()))
            .limit(most)
            .toList();
    var known =
        entries.findAll(
            Stream.concat(fitting.stream(), others.stream()).map(it -> hit(it).id()).toList());
    return new Suggested(
        language,
        all.getFirst().confidence().answerable(),
        all.getFirst().confidence().right(),
        all.getFirst().byMeaning() ? retrieval.embeddings() : Optional.empty(),
        shown(fitting, question, known),
        shown(others, question, known));
  }

  /** How many past questions of that time this entry is known to have answered. */
  public int countAsked(long entryId, Instant since, Instant until) {
    return past.count(entryId, since, until);
  }

  /** The questions of a mail that asks for several things, each on its own. */
  private static List<Question> parts(Question question, Locale language) {
    var asked = Questions.of(question.subject(), question.text(), language).asked();
    return asked.size() < 2
        ? List.of()
        : asked.stream().limit(MOST_PARTS).map(each -> question.reducedTo(each.inFull())).toList();
  }

  /**
   * What fits: the best for the whole mail, then the best for each of its questions. Nothing when
   * nothing fits the whole.
   */
  private List<Found> fitting(List<Ranked> parts, int most) {
    var fitting = parts.stream().map(Ranked::found).map(this::fitting).toList();
    return fitting.getFirst().isEmpty()
        ? List.of()
        : different(turns(fitting)).stream().limit(most).toList();
  }

  /** Of those that are one entry in other clothes, the first. */
  private static List<Found> different(List<Found> found) {
    var different = new ArrayList<Found>();
    for (var it : found) {
      if (different.stream().noneMatch(other -> Likeness.isOne(hit(other), hit(it)))) {
        different.add(it);
      }
    }
    return different;
  }

  /** What is good enough, and what is likelier than that. */
  private List<Found> fitting(List<Found> found) {
    var policy = settings.policy();
    var last =
        IntStream.range(0, found.size())
            .filter(i -> policy.lets(found.get(i).candidate(), found.getFirst().candidate()))
            .max();
    return last.isPresent() ? found.subList(0, last.getAsInt() + 1) : List.of();
  }

  /** The first of each list, then the second of each, and so on; each entry once. */
  private static List<Found> turns(List<List<Found>> lists) {
    var longest = lists.stream().mapToInt(List::size).max().orElse(0);
    var seen = new HashSet<List<String>>();
    return IntStream.range(0, longest)
        .boxed()
        .flatMap(i -> lists.stream().filter(list -> i < list.size()).map(list -> list.get(i)))
        .filter(it -> seen.add(it.name()))
        .toList();
  }

  private List<Suggestion> shown(List<Found> found, Question question, Map<Long, FaqEntry> known) {
    return found.stream()
        .filter(it -> known.containsKey(hit(it).id()))
        .filter(it -> question.mayBeAnsweredBy(known.get(hit(it).id())))
        .map(it -> suggestion(it, known.get(hit(it).id())))
        .toList();
  }

  /** English for a text without letters, of which nothing can be found either. */
  private static Locale guessed(Question question) {
    return LanguageGuess.of(question.subject() + "\n" + question.text())
        .map(LanguageGuess::language)
        .orElse(Languages.ENGLISH);
  }

  private static EntryHit hit(Found found) {
    return found.candidate().hit();
  }

  private Suggestion suggestion(Found found, FaqEntry entry) {
    var candidate = found.candidate();
    var answer = rendered.of(entry);
    return new Suggestion(
        entry.id(),
        entry.source(),
        entry.key(),
        entry.title(),
        found.sentence().of(answer.sentences()),
        answer.html(),
        entry.isPublic() ? entry.url() : Optional.empty(),
        entry.language(),
        entry.group(),
        entry.isPublic(),
        entry.changedAt(),
        candidate.rank(),
        candidate.likelihood(),
        candidate.similarity(),
        candidate.meaning(),
        candidate.asked(),
        candidate.coverage(),
        candidate.matched(),
        candidate.unmatched());
  }
}
