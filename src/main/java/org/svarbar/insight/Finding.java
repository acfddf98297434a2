package org.svarbar.insight;

import java.time.Instant;
import java.util.Optional;
import org.svarbar.knowledge.FaqEntry;

/**
 * Something that somebody should look at.
 *
 * @param reason why, as the key of a text: `numbers`, `negation`, `links`, `same`, `review`, `old`
 *     or `past`
 * @param says what gives it away in the entry; may be empty
 * @param other the entry that says the same or something else; empty when it is about one entry
 * @param otherSays what gives it away there
 */
public record Finding(
    long id,
    Kind kind,
    String reason,
    FaqEntry entry,
    String says,
    Optional<FaqEntry> other,
    String otherSays,
    Instant foundAt) {

  /** What is the matter. */
  public enum Kind {
    /** two entries ask the same and do not say the same */
    CONTRADICTION,
    /** two entries ask and say the same */
    DUPLICATE,
    /** an entry may no longer hold */
    STALE
  }
}
