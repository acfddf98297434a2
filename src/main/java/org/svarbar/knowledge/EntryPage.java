package org.svarbar.knowledge;

import java.util.List;

/**
 * A part of a list.
 *
 * @param page counted from 0
 * @param size the most that a page holds
 * @param total how many entries the whole list has
 */
public record EntryPage(List<FaqEntry> entries, int page, int size, long total) {

  public EntryPage {
    entries = List.copyOf(entries);
  }

  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }
}
