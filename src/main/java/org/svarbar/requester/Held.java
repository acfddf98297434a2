package org.svarbar.requester;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much is held about somebody.
 *
 * @param rows how many, by table; tables without any too
 * @param confirmation changes when what is held does; says that somebody saw this
 */
public record Held(SortedMap<String, Integer> rows, String confirmation) {

  public Held {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  public int total() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }
}
