package org.svarbar.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svarbar.knowledge.EntryWords;

/**
 * A question's words that say something, each once.
 *
 * @param written what each was written as first, by what it compares by, in the question's order
 */
record AskedWords(Map<String, String> written) {

  /** More would make the search refuse; what a mail asks stands before that. */
  private static final int MOST = 80;

  static AskedWords of(Question question, Locale language) {
    var written = new LinkedHashMap<String, String>();
    for (var word : EntryWords.of(question.subject() + "\n" + question.text(), language)) {
      if (!word.stop() && written.size() < MOST) {
        written.putIfAbsent(word.key(), word.original());
      }
    }
    return new AskedWords(written);
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  List<String> keys() {
    return List.copyOf(written.keySet());
  }

  String text() {
    return String.join(" ", written.values());
  }
}
