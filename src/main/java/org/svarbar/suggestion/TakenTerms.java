package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.EntryQuery.Guess;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/** Takes terms, each once, as long as the search has room for them. */
final class TakenTerms {

  private final Map<String, AskedWord> words = new LinkedHashMap<>();
  private final SequencedSet<String> said = new LinkedHashSet<>();
  private final SequencedSet<String> pieces = new LinkedHashSet<>();
  private final SequencedSet<String> guessed = new LinkedHashSet<>();
  private final List<Guess> guesses = new ArrayList<>();
  private int room = EntryQuery.MOST_CLAUSES;

  /** A word that is looked for as it is. */
  void take(Word word) {
    var isNew = !said.contains(word.key());
    var fresh = fresh(Terms.pieces(word));
    if (pay(isNew ? 1 : 0, fresh.size())) {
      pieces.addAll(fresh);
      said.add(word.key());
      words.putIfAbsent(word.key(), AskedWord.plain(word.original(), word.key()));
    }
  }

  void takePieces(Word word) {
    var fresh = fresh(Terms.pieces(word));
    if (pay(0, fresh.size())) {
      pieces.addAll(fresh);
    }
  }

  /**
   * @param id the same for the same word
   */
  void takeTranslated(String id, AskedWord word) {
    words.putIfAbsent(id, word);
  }

  /** What a word may mean; the likelier ones first, because each piece is taken once. */
  void guess(Guess guess) {
    var fresh = fresh(guess.pieces());
    if (!said.contains(guess.word()) && !guessed.contains(guess.word()) && pay(1, fresh.size())) {
      guessed.add(guess.word());
      guessed.addAll(fresh);
      guesses.add(new Guess(guess.word(), fresh, guess.weight()));
    }
  }

  /** How many words are looked for as they are. */
  int said() {
    return said.size();
  }

  AskedWords asked(Locale language, List<String> pairs) {
    return new AskedWords(
        language,
        List.copyOf(words.values()),
        List.copyOf(said),
        pairs,
        List.copyOf(pieces),
        guesses);
  }

  private List<String> fresh(List<String> of) {
    return of.stream()
        .distinct()
        .filter(piece -> !pieces.contains(piece) && !guessed.contains(piece))
        .toList();
  }

  private boolean pay(int forWords, int forPieces) {
    var cost = EntryQuery.CLAUSES_OF_WORD * forWords + EntryQuery.CLAUSES_OF_PIECE * forPieces;
    if (cost > room) {
      return false;
    }
    room -= cost;
    return true;
  }
}
