package org.svarbar.knowledge;

import java.util.List;
import java.util.Map;

/**
 * What was found among the entries of one language.
 *
 * @param hits best first
 * @param frequencies how many of the language's entries hold a word of the query; a word that none
 *     holds is left out
 * @param entries how many entries the language has
 */
public record EntryHits(List<EntryHit> hits, Map<String, Long> frequencies, long entries) {

  public EntryHits {
    hits = List.copyOf(hits);
    frequencies = Map.copyOf(frequencies);
  }
}
