package org.svarbar.suggestion;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.svarbar.suggestion.Associations.Likelihoods;
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
   * @param own what each entry itself asks, in their order
   */
  public static LikelihoodsInMemory learned(List<Terms> past, List<Long> answers, List<Terms> own) {
    return new LikelihoodsInMemory(
        past.isEmpty()
            ? Associations.NONE
            : Associations.learn(
                IntStream.range(0, past.size())
                    .mapToObj(i -> new Lesson(past.get(i), answers.get(i)))
                    .toList(),
                IntStream.range(0, own.size())
                    .filter(i -> !own.get(i).words().isEmpty())
                    .mapToObj(i -> new Lesson(own.get(i), i))
                    .toList(),
                own.size(),
                SEED));
  }

  /** Of each entry; all 0 without past questions. */
  public double[] of(Terms asked, int entries) {
    var known = likelihoods(asked);
    return LongStream.range(0, entries).mapToDouble(known::of).toArray();
  }

  /** What share the search has in the rank beside them. */
  public double searchCounts(Terms asked) {
    return likelihoods(asked).searchCounts();
  }

  private Likelihoods likelihoods(Terms asked) {
    return associations.isEmpty() ? Likelihoods.NONE : associations.likelihoods(asked);
  }
}
