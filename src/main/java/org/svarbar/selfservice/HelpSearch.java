package org.svarbar.selfservice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.svarbar.knowledge.Asker;
import org.svarbar.knowledge.Brands;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.suggestion.Question;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.suggestion.Suggestions;
import org.svarbar.text.LanguageGuess;

/** Finds for customers what agents find, as far as it is public. */
@ApplicationScoped
public class HelpSearch {

  static final int LONGEST = 500;
  static final int MOST = 5;

  /** What holds less of the question's words is not shown to customers. */
  private static final double LEAST_COVERAGE = 0.5;

  private static final int SHORTEST_BEGINNING = 3;
  private static final int LONGEST_WAIT_MILLIS = 300;

  @Inject Suggestions suggestions;
  @Inject FaqEntries entries;
  @Inject Brands brands;
  @Inject SelfServiceSettings settings;

  private Semaphore free;

  /**
   * What is shown.
   *
   * @param sure whether an agent would have got it as a suggestion, too
   */
  public record Hit(Suggestion suggestion, boolean sure) {}

  /** The search has too much to do now. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @PostConstruct
  void open() {
    free = new Semaphore(settings.searches());
  }

  /**
   * At most five, best first. What the policy of suggestions lets through comes first; then, since
   * somebody who searches has not finished the question yet, what holds most of its words or begins
   * like its last.
   *
   * @throws Busy when as many searches are going on as the operator allows
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer
   */
  public List<Hit> find(HelpSite site, String text, Locale language) {
    takeTurn();
    try {
      var found = hits(suggested(site, text, language), text);
      var other = LanguageGuess.of(text).map(LanguageGuess::language);
      return found.isEmpty() && other.filter(it -> !it.equals(language)).isPresent()
          ? hits(suggested(site, text, other.get()), text)
          : found;
    } finally {
      free.release();
    }
  }

  /** The entry of this id, if customers of this site may read it. */
  public Optional<FaqEntry> entry(HelpSite site, long id) {
    return entries
        .find(id)
        .filter(entry -> entry.isPublic() && !entry.isRetired())
        .filter(
            entry ->
                site.group().isEmpty()
                    || entry.group().isEmpty()
                    || entry.group().equals(site.group()))
        .filter(entry -> !brands.hiddenFrom(Asker.ofSite(site.id())).contains(entry.source()));
  }

  private void takeTurn() {
    try {
      if (!free.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
  }

  private Suggested suggested(HelpSite site, String text, Locale language) {
    return suggestions.suggest(
        new Question("", text, Optional.of(language), site.group(), Question.Audience.PUBLIC)
            .askedOn(site.id()),
        MOST);
  }

  private static List<Hit> hits(Suggested suggested, String text) {
    return Stream.concat(
            suggested.suggestions().stream().map(it -> new Hit(it, true)),
            suggested.passedOver().stream()
                .filter(it -> it.coverage() >= LEAST_COVERAGE || beginsLike(it.title(), text))
                .map(it -> new Hit(it, false)))
        .filter(hit -> hit.suggestion().isPublic())
        .limit(MOST)
        .toList();
  }

  /** Whether a word of the title begins with the last word of the text. */
  private static boolean beginsLike(String title, String text) {
    var words = text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+");
    var last = words.length == 0 ? "" : words[words.length - 1];
    return last.length() >= SHORTEST_BEGINNING
        && Stream.of(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .anyMatch(word -> word.startsWith(last));
  }
}
