package org.svarbar.selfservice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;

/**
 * What the customer has read before they wrote.
 *
 * @param sure whether it was this customer, and not only probably
 * @param searched whether they searched or asked at all
 * @param byName by source and key of the entry, whatever the language
 */
public record TriedAnswers(boolean sure, boolean searched, Map<List<String>, Tried> byName) {

  public static final TriedAnswers NONE = new TriedAnswers(false, false, Map.of());

  /** Whoever had it before them for less has not read it. */
  static final int READ_SECONDS = 8;

  public TriedAnswers {
    byName = Map.copyOf(byName);
  }

  /**
   * One answer that was opened.
   *
   * @param title as it is now, in the language in which it was opened
   * @param seconds how long it was before the customer's eyes
   * @param helpful what the customer said of it; empty: nothing
   */
  public record Tried(String title, int seconds, Optional<Boolean> helpful) {

    /** Such as `3 min` or `20 s`, which all six languages write alike. */
    public String duration() {
      return HandoverNote.duration(seconds);
    }

    /** Whether there is no use in sending it again. */
    boolean isSpent() {
      return helpful.map(said -> !said).orElse(seconds >= READ_SECONDS);
    }

    Tried of(String named) {
      return new Tried(named, seconds, helpful);
    }

    /** Whether the customer said so; reading alone may have been a beginning. */
    public boolean isInVain() {
      return helpful.filter(said -> !said).isPresent();
    }
  }

  /**
   * What the customer tried without being helped: what they said no to before what they only read,
   * and the longest of those; empty also when it may have been somebody else.
   */
  public Optional<Tried> failed() {
    return byName.values().stream()
        .filter(any -> sure)
        .filter(Tried::isSpent)
        .max(
            Comparator.comparing(Tried::isInVain)
                .thenComparing(Tried::seconds)
                .thenComparing(Tried::title));
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
