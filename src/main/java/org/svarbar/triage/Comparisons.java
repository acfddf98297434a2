package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.suggestion.Answer;
import org.svarbar.suggestion.Answers;
import org.svarbar.triage.Comparison.Result;

/**
 * Compares what agents really sent with what was suggested first. An entry was sent when the reply
 * gives its own page, or has its text. Whoever wrote something of their own may have been right in
 * other words: that stays undecided.
 */
@ApplicationScoped
public class Comparisons {

  @Inject Answers answers;

  /**
   * @param first id of the first suggestion's entry; empty: there was none
   * @param language of the message that was answered
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer
   */
  public Comparison compare(Optional<Long> first, SentReply reply, Locale language) {
    var suggested = first.flatMap(answers::find);
    var own = suggested.map(it -> TextReuse.of(it.text(), reply.text(), language));
    var similarity = own.map(TextReuse::share).orElse(0.0);
    var linked = linked(reply);
    if (suggested.filter(it -> linked.stream().anyMatch(it::isSameAs)).isPresent()
        || own.filter(TextReuse::isReuse).isPresent()) {
      return new Comparison(Result.RIGHT, List.of(first.orElseThrow()), similarity);
    }
    var others = others(reply, linked, suggested, language);
    var isWrong = own.filter(TextReuse::isNone).isPresent() && !others.isEmpty();
    return new Comparison(
        isWrong ? Result.WRONG : Result.UNDECIDED,
        others.stream().map(Answer::entryId).toList(),
        similarity);
  }

  /** A page that several entries share says nothing about which of them was meant. */
  private List<Answer> linked(SentReply reply) {
    return answers.at(reply.links()).values().stream()
        .filter(all -> all.stream().allMatch(it -> it.isSameAs(all.getFirst())))
        .map(List::getFirst)
        .toList();
  }

  private List<Answer> others(
      SentReply reply, List<Answer> linked, Optional<Answer> suggested, Locale language) {
    Map<Long, Answer> found = new LinkedHashMap<>();
    var reused =
        answers.like(reply.text(), language).stream()
            .filter(it -> TextReuse.of(it.text(), reply.text(), language).isReuse());
    Stream.concat(linked.stream(), reused).forEach(it -> found.put(it.entryId(), it));
    return found.values().stream().filter(it -> suggested.filter(it::isSameAs).isEmpty()).toList();
  }
}
