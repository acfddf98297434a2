package org.svarbar.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/**
 * How much two entries ask the same: the share of weight, 0 to 1, that the words of two of their
 * questions have in common, of the two that are most alike. When, where, why, who and how much are
 * different questions about the same words.
 */
final class QuestionLikeness {

  /** From here on two entries ask the same. */
  static final double SAME = 0.75;

  /** Folded as {@link Word#folded()} is; one list, for one word does not ask two things. */
  private static final Set<String> ASKING =
      Set.copyOf(
          List.of(
              "när",
              "når",
              "hvornår",
              "milloin",
              "koska",
              "when", // time
              "var",
              "vart",
              "hvor",
              "kvar",
              "kor",
              "missä",
              "mistä",
              "mihin",
              "where", // place
              "varför",
              "hvorfor",
              "kvifor",
              "miksi",
              "why", // cause
              "vem",
              "vems",
              "hvem",
              "kven",
              "kuka",
              "kenen",
              "who",
              "whose", // person
              "mycket",
              "mye",
              "mykje",
              "meget",
              "paljonko",
              "paljon",
              "much", // amount
              "många",
              "mange",
              "monta",
              "montako",
              "many", // number
              "länge",
              "lenge",
              "kauan",
              "kauanko",
              "long" // duration
              ));

  private final ToDoubleFunction<String> weight;

  /**
   * @param weight how much a word says about what is asked, by what it compares by
   */
  QuestionLikeness(ToDoubleFunction<String> weight) {
    this.weight = weight;
  }

  double of(FaqEntry one, FaqEntry other) {
    var most = 0.0;
    for (var question : one.questions()) {
      for (var theirs : other.questions()) {
        most = Math.max(most, of(question, theirs, one.language()));
      }
    }
    return most;
  }

  private double of(String one, String other, Locale language) {
    var ours = Terms.of(one, language);
    var theirs = Terms.of(other, language);
    var all = new HashSet<>(ours.keys());
    var both = new HashSet<>(ours.keys());
    all.addAll(theirs.keys());
    both.retainAll(new HashSet<>(theirs.keys()));
    if (both.isEmpty() || !asking(ours).equals(asking(theirs))) {
      return 0;
    }
    return weighed(both) / weighed(all);
  }

  private static Set<String> asking(Terms question) {
    var asking = new HashSet<String>();
    question.words().stream().map(Word::folded).filter(ASKING::contains).forEach(asking::add);
    return asking;
  }

  private double weighed(Set<String> words) {
    return words.stream().mapToDouble(weight).sum();
  }
}
