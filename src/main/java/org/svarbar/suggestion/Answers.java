package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;

/** Finds the answers that a text may have been written from. */
@ApplicationScoped
public class Answers {

  private static final int MOST = 5;
  private static final int LONGEST_TEXT = 4000;

  @Inject FaqEntries entries;
  @Inject Suggestions suggestions;

  /** Retired ones too. */
  public Optional<Answer> find(long entryId) {
    return entries.find(entryId).map(Answers::answer);
  }

  /**
   * Entries whose own page is one of these.
   *
   * @param pages in the form that `text.Links` gives
   * @return by page; several where several entries share it
   */
  public Map<URI, List<Answer>> at(Collection<URI> pages) {
    return entries.at(pages).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, it -> it.getValue().stream().map(Answers::answer).toList()));
  }

  /**
   * Those whose words a text has most of, best first, at most ten.
   *
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer
   */
  public List<Answer> like(String text, Locale language) {
    var shortened = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    var question =
        new Question(
            "", shortened, Optional.of(language), Optional.empty(), Question.Audience.AGENTS);
    var found = suggestions.suggest(question, MOST);
    var ids =
        Stream.concat(found.suggestions().stream(), found.passedOver().stream())
            .map(Suggestion::entryId)
            .toList();
    var known = entries.findAll(ids);
    return ids.stream().filter(known::containsKey).map(known::get).map(Answers::answer).toList();
  }

  private static Answer answer(FaqEntry entry) {
    return new Answer(
        entry.id(),
        entry.source(),
        entry.key(),
        entry.language(),
        entry.title(),
        entry.plainText(),
        entry.url());
  }
}
