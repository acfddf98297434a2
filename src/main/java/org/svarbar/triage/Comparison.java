package org.svarbar.triage;

import java.time.Instant;
import java.util.List;
import org.svarbar.triage.Outcome.LearnedBy;

/**
 * What an agent's reply says about the first suggestion.
 *
 * @param sent ids of entries that the reply rests on, as far as can be told
 * @param similarity how much of the first suggestion was sent, 0 to 1
 */
public record Comparison(Result result, List<Long> sent, double similarity) {

  private static final double CERTAIN = 0.9;

  /** What nobody can tell from a text alone; too little to count. */
  private static final double UNCERTAIN = 0.3;

  /** Whether the first suggestion was right. */
  public enum Result {
    /** it was sent, or its page was */
    RIGHT,
    /** another entry was sent, and nothing of it */
    WRONG,
    /** the agent wrote something of their own: a person has to judge */
    UNDECIDED
  }

  public Comparison {
    sent = List.copyOf(sent);
  }

  /** What is learned from it. */
  public Outcome outcome(Judged judged, LearnedBy by, Instant at) {
    var certainty = result == Result.UNDECIDED ? UNCERTAIN : CERTAIN;
    return Outcome.of(judged, by, result == Result.RIGHT, similarity, certainty, at).with(sent);
  }
}
