package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/**
 * A question's words, each once, as many as one search takes.
 *
 * @param language in which they are read
 * @param written what those that say something were written as first, by what they compare by
 * @param pairs as {@link Terms#pairs()} makes them
 * @param pieces as {@link Terms#pieces()} makes them
 */
record AskedWords(
    Locale language, Map<String, String> written, List<String> pairs, List<String> pieces) {

  static AskedWords of(Question question, Locale language) {
    var terms = Terms.of(question.subject() + "\n" + question.text(), language);
    var taken = new Taking();
    terms.words().stream().filter(word -> !word.stop()).forEach(taken::take);
    terms.words().stream().filter(Word::stop).forEach(taken::take);
    var pairs = new LinkedHashSet<String>();
    for (var pair : terms.pairs()) {
      if (pairs.size() < taken.written.size()) {
        pairs.add(pair);
      }
    }
    return new AskedWords(language, taken.written, List.copyOf(pairs), List.copyOf(taken.pieces));
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  List<String> keys() {
    return List.copyOf(written.keySet());
  }

  EntryQuery query(Optional<String> group, boolean internalToo) {
    return new EntryQuery(language, keys(), pairs, pieces, group, internalToo);
  }

  /** Takes words as long as the search has room for them. */
  private static final class Taking {

    private final Map<String, String> written = new LinkedHashMap<>();
    private final LinkedHashSet<String> pieces = new LinkedHashSet<>();
    private int room = EntryQuery.MOST_CLAUSES;

    void take(Word word) {
      var isNew = !word.stop() && !written.containsKey(word.key());
      var fresh = new ArrayList<>(Terms.pieces(word));
      fresh.removeAll(pieces);
      var cost =
          (isNew ? EntryQuery.CLAUSES_OF_WORD : 0) + EntryQuery.CLAUSES_OF_PIECE * fresh.size();
      if (cost > room) {
        return;
      }
      room -= cost;
      pieces.addAll(fresh);
      if (isNew) {
        written.put(word.key(), word.original());
      }
    }
  }
}
