package org.svarbar.source;

import java.util.List;
import java.util.Optional;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.knowledge.Reason;

/**
 * One reading of a source, as its reader sees it. What is handed over is committed at once, so a
 * run that is killed loses nothing of it. Used by one thread.
 */
public interface SourceRun {

  /** The longest name of an item. */
  int LONGEST_ITEM = 500;

  /** The longest text that can be remembered of an item. */
  int LONGEST_MEMORY = 200_000;

  /**
   * What the reader remembered when it took this item last; empty: it is new, or has to be read
   * anew because the source's settings changed.
   */
  Optional<String> remembered(String item);

  /** The item is there, and says what it said when it was taken last. */
  void unchanged(String item);

  /**
   * The item is there, and these are its entries. Language, visibility and group that a form leaves
   * out are the source's. Keys must be the source's own: no two items have entries of the same key.
   *
   * @param item at most {@value #LONGEST_ITEM} characters
   * @param memory to be remembered, at most {@value #LONGEST_MEMORY} characters
   */
  void take(String item, String memory, List<FoundForm> entries);

  /** Something at this place was not taken; told to the administrator. */
  void refuse(String place, Reason reason);

  /**
   * How far it is; to be called often, since this is where a run that was cancelled ends.
   *
   * @param done items so far
   * @param total items that are known of so far
   */
  void progress(int done, int total);
}
