package org.svarbar.suggestion;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.text.Words;

/**
 * A question's words, each once.
 *
 * @param text all of them, in the question's order
 * @param written what those that say something were written as first, by what they compare by
 */
record AskedWords(String text, Map<String, String> written) {

  static AskedWords of(Question question, Locale language) {
    var all = new LinkedHashSet<String>();
    var written = new LinkedHashMap<String, String>();
    var left = EntryQuery.MOST_CHARACTERS;
    for (var word : Words.of(question.subject() + "\n" + question.text(), language)) {
      if (all.contains(word.original().toLowerCase(language))) {
        continue;
      }
      left -= word.original().length() + 1;
      if (left < 0) {
        break;
      }
      all.add(word.original().toLowerCase(language));
      if (!word.stop()) {
        written.putIfAbsent(word.key(), word.original());
      }
    }
    return new AskedWords(String.join(" ", all), written);
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  List<String> keys() {
    return List.copyOf(written.keySet());
  }
}
