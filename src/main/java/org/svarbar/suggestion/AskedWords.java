package org.svarbar.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.text.Words;

/**
 * A question's words that say something, each once.
 *
 * @param written what each was written as first, by what it compares by, in the question's order
 */
record AskedWords(Map<String, String> written) {

  static AskedWords of(Question question, Locale language) {
    var written = new LinkedHashMap<String, String>();
    var left = EntryQuery.MOST_CHARACTERS;
    for (var word : Words.of(question.subject() + "\n" + question.text(), language)) {
      if (word.stop() || written.containsKey(word.key())) {
        continue;
      }
      left -= word.original().length() + 1;
      if (left < 0) {
        break;
      }
      written.put(word.key(), word.original());
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
