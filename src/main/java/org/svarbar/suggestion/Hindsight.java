package org.svarbar.suggestion;

import java.time.Instant;
import java.util.Objects;
import org.svarbar.knowledge.EntryDates;

/**
 * A time in the past, to be answered as it would have been then.
 *
 * @param at past questions count that were asked before the month of this time began
 * @param dates by which entries are left out that came later
 * @param strict see {@link EntryDates#wasThere}
 * @param keyLeftOut the key of an entry that does not count, such as one made of the very ticket;
 *     may be empty
 */
public record Hindsight(Instant at, EntryDates dates, boolean strict, String keyLeftOut) {

  public Hindsight {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(dates, "dates");
    Objects.requireNonNull(keyLeftOut, "keyLeftOut");
  }

  boolean knew(long entry, String key) {
    return !key.equals(keyLeftOut) && dates.wasThere(entry, at, strict);
  }
}
