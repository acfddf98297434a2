package org.svarbar.knowledge;

import java.util.Locale;
import java.util.Set;

/**
 * An entry that was found.
 *
 * @param id of the entry
 * @param score by which OpenSearch ranked it; comparable within one answer only
 * @param questionWords what the words of its questions compare by
 * @param answerWords what the words of its answer compare by
 */
public record EntryHit(
    long id,
    String source,
    String key,
    Locale language,
    double score,
    Set<String> questionWords,
    Set<String> answerWords) {

  public EntryHit {
    questionWords = Set.copyOf(questionWords);
    answerWords = Set.copyOf(answerWords);
  }
}
