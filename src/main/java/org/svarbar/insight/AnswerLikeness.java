package org.svarbar.insight;

import java.util.HashSet;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.text.Overlap;
import org.svarbar.text.Terms;

/** How much two answers say the same: the share, 0 to 1, of their words that both have. */
final class AnswerLikeness {

  private AnswerLikeness() {}

  static double of(FaqEntry one, FaqEntry other) {
    var ours = new HashSet<>(Terms.of(one.plainText(), one.language()).keys());
    var theirs = new HashSet<>(Terms.of(other.plainText(), other.language()).keys());
    return ours.equals(theirs) ? 1 : Overlap.of(ours, theirs);
  }
}
