package org.svarbar.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.svarbar.text.Sentences;
import org.svarbar.text.Word;
import org.svarbar.text.Words;

/**
 * A sentence as phrases are looked for in it.
 *
 * @param clauses the number of the clause that each word stands in
 * @param isQuestion whether it ends with a question mark
 */
record Told(List<Word> words, List<Integer> clauses, boolean isQuestion) {

  private static final Pattern BETWEEN_CLAUSES = Pattern.compile("[,;:()–—]\\s");

  Told {
    words = List.copyOf(words);
    clauses = List.copyOf(clauses);
  }

  /** Where in a sentence something stands: the words from `start` to before `end`. */
  record Span(int start, int end) {
    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }
  }

  /** The sentences of a text, read in this language. */
  static List<Told> sentences(String text, Locale language) {
    return Sentences.of(text, language).stream().map(each -> of(each, language)).toList();
  }

  private static Told of(String sentence, Locale language) {
    var words = new ArrayList<Word>();
    var clauses = new ArrayList<Integer>();
    var number = 0;
    for (var clause : BETWEEN_CLAUSES.split(sentence)) {
      for (var word : Words.of(clause, language)) {
        words.add(word);
        clauses.add(number);
      }
      number++;
    }
    return new Told(words, clauses, sentence.indexOf('?') >= 0);
  }

  /** Wherever one of these stands; the first end of each beginning. */
  List<Span> find(List<Phrase> phrases) {
    var found = new ArrayList<Span>();
    for (var i = 0; i < words.size(); i++) {
      var start = i;
      for (var phrase : phrases) {
        phrase.endAt(words, start).ifPresent(end -> found.add(new Span(start, end)));
      }
    }
    return found;
  }

  /** Whether one of these ends within so many words before the span, in the same clause. */
  boolean isPrecededBy(List<Phrase> phrases, Span span, int within) {
    return find(phrases).stream()
        .filter(it -> it.end() <= span.start() && span.start() - it.end() < within)
        .anyMatch(it -> clauses.get(it.start()).equals(clauses.get(span.start())));
  }

  /** As it was written; figures, which may be a customer's, are left out. */
  String written(Span span) {
    return words.subList(span.start(), span.end()).stream()
        .map(Word::original)
        .map(word -> word.chars().anyMatch(Character::isDigit) ? "…" : word)
        .collect(Collectors.joining(" "));
  }
}
