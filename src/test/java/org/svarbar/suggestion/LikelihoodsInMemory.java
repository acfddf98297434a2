package org.svarbar.suggestion;

import java.util.List;
import org.svarbar.text.Terms;

/** What past questions teach, for what is fitted without a server. */
public final class LikelihoodsInMemory {

  private static final long SEED = 20_26;

  private final Associations associations;

  private LikelihoodsInMemory(Associations associations) {
    this.associations = associations;
  }

  /**
   * @param answers of each question, the number of the entry that answered it
   * @param entries how many there are, numbered from 0
   */
  public static LikelihoodsInMemory learned(List<Terms> past, List<Long> answers, int entries) {
    var without = entries - answers.stream().distinct().count();
    return new LikelihoodsInMemory(
        past.isEmpty() ? Associations.NONE : Associations.learn(past, answers, without, SEED));
  }

  /** Of each entry; all 0 without past questions. */
  public double[] of(Terms asked, int entries) {
    var likelihoods = new double[entries];
    if (!associations.isEmpty()) {
      var known = associations.likelihoods(asked);
      for (var i = 0; i < entries; i++) {
        likelihoods[i] = known.of(i);
      }
    }
    return likelihoods;
  }
}
