package org.svarbar.suggestion;

import java.util.function.Predicate;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.EntryHits;

/**
 * What counts for a question: all there is, or what there was at some time.
 *
 * @param associations what past questions teach
 * @param most hits to look at
 */
record Known(Associations associations, Predicate<EntryHit> entries, int most) {

  EntryHits of(EntryHits found) {
    return new EntryHits(
        found.hits().stream().filter(entries).toList(), found.frequencies(), found.entries());
  }
}
