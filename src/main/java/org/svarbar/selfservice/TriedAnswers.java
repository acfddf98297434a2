package org.svarbar.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;

/**
 * What the customer has read before they wrote.
 *
 * @param byName by source and key of the entry, whatever the language
 */
public record TriedAnswers(Map<List<String>, Tried> byName) {

  public static final TriedAnswers NONE = new TriedAnswers(Map.of());

  /** Whoever had it before them for less has not read it. */
  static final int READ_SECONDS = 8;

  public TriedAnswers {
    byName = Map.copyOf(byName);
  }

  /**
   * One answer that was opened.
   *
   * @param seconds how long it was before the customer's eyes
   * @param helpful what the customer said of it; empty: nothing
   */
  public record Tried(int seconds, Optional<Boolean> helpful) {

    /** Such as `3 min` or `20 s`, which all six languages write alike. */
    public String duration() {
      return HandoverNote.duration(seconds);
    }

    /** Whether there is no use in sending it again. */
    boolean isSpent() {
      return helpful.map(said -> !said).orElse(seconds >= READ_SECONDS);
    }
  }

  /** What the customer did with this one, if there is no use in sending it again. */
  public Optional<Tried> spent(Suggestion suggestion) {
    return Optional.ofNullable(byName.get(List.of(suggestion.source(), suggestion.key())))
        .filter(Tried::isSpent);
  }

  /**
   * The same suggestions, at most so many, those behind that the customer has tried. Where the best
   * was tried, another one is right at most as often as the best is not.
   */
  public Suggested demoting(Suggested suggested, int most) {
    var fresh = new ArrayList<Suggestion>();
    var spent = new ArrayList<Suggestion>();
    for (var suggestion : suggested.suggestions()) {
      (spent(suggestion).isPresent() ? spent : fresh).add(suggestion);
    }
    var best = suggested.suggestions().stream().findFirst().filter(spent::contains);
    fresh.addAll(spent);
    return new Suggested(
        suggested.language(),
        best.isPresent()
            ? Math.min(suggested.probability(), 1 - suggested.probability())
            : suggested.probability(),
        suggested.embeddings(),
        fresh.stream().limit(most).toList(),
        suggested.passedOver());
  }
}
