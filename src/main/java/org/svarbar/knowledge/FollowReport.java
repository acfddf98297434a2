package org.svarbar.knowledge;

import java.util.List;
import java.util.Set;
import org.svarbar.knowledge.ImportReport.Refused;

/**
 * What became of the entries that a source has now.
 *
 * @param names of all that the source has: refused ones too, as far as they were here before and
 *     stay
 */
public record FollowReport(List<Change> changes, List<Refused> refused, Set<EntryName> names) {

  public FollowReport {
    changes = List.copyOf(changes);
    refused = List.copyOf(refused);
    names = Set.copyOf(names);
  }

  /** What happened to an entry. */
  public enum What {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * One entry that is not as it was.
   *
   * @param title its first question
   */
  public record Change(What what, long entry, EntryName name, String title) {}
}
