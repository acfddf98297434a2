package org.svarbar.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.svarbar.text.Word;
import org.svarbar.text.Words;

/**
 * Words that say something when they follow each other. `word` stands for all its inflections,
 * `=word` for this form only, `word*`, `*word` and `*word*` for what it begins, ends or is in,
 * `a|b` for one of these, `#` for a word with a figure in it, and `..` for up to five words of any
 * kind.
 */
record Phrase(List<Step> steps) {

  private static final int WIDEST_GAP = 5;

  Phrase {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a phrase without words");
    }
  }

  /** What must come next: one of these forms, after up to so many words of any kind. */
  private record Step(List<Form> forms, int gap) {

    /** A loop, because every word of a message is asked of every phrase. */
    boolean fits(Word word) {
      for (var form : forms) {
        if (form.fits(word)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Form(Match match, String text) {
    boolean fits(Word word) {
      return switch (match) {
        case INFLECTED -> word.key().equals(text);
        case SAME -> word.folded().equals(text);
        case BEGINS -> word.folded().startsWith(text);
        case ENDS -> word.folded().endsWith(text);
        case HOLDS -> word.folded().contains(text);
        case FIGURE -> word.folded().chars().anyMatch(Character::isDigit);
      };
    }
  }

  private enum Match {
    INFLECTED,
    SAME,
    BEGINS,
    ENDS,
    HOLDS,
    FIGURE
  }

  /**
   * @throws IllegalArgumentException when it is not written as this class says
   */
  static Phrase of(String written, Locale language) {
    var steps = new ArrayList<Step>();
    var gap = 0;
    for (var part : written.strip().split("\\s+")) {
      if (part.equals("..")) {
        gap = WIDEST_GAP;
      } else {
        var forms = new ArrayList<Form>();
        for (var form : part.split("\\|")) {
          forms.add(form(form, language));
        }
        steps.add(new Step(forms, gap));
        gap = 0;
      }
    }
    return new Phrase(steps);
  }

  private static Form form(String written, Locale language) {
    if (written.equals("#")) {
      return new Form(Match.FIGURE, "");
    }
    var words = Words.of(written, language);
    if (words.size() != 1) {
      throw new IllegalArgumentException("\"" + written + "\" is not one word");
    }
    var word = words.getFirst();
    var begins = written.endsWith("*");
    var ends = written.startsWith("*");
    if (begins && ends) {
      return new Form(Match.HOLDS, word.folded());
    }
    if (begins || ends) {
      return new Form(begins ? Match.BEGINS : Match.ENDS, word.folded());
    }
    return written.startsWith("=")
        ? new Form(Match.SAME, word.folded())
        : new Form(Match.INFLECTED, word.key());
  }

  /** Where it ends, exclusively, if it begins at `start`. */
  OptionalInt endAt(List<Word> words, int start) {
    return endAt(words, start, 0);
  }

  private OptionalInt endAt(List<Word> words, int start, int step) {
    if (step == steps.size()) {
      return OptionalInt.of(start);
    }
    var next = steps.get(step);
    for (var i = start; i <= start + next.gap() && i < words.size(); i++) {
      if (next.fits(words.get(i))) {
        var end = endAt(words, i + 1, step + 1);
        if (end.isPresent()) {
          return end;
        }
      }
    }
    return OptionalInt.empty();
  }
}
