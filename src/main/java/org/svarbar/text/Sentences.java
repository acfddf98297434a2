package org.svarbar.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits the plain text of an answer into sentences. */
public final class Sentences {

  /** A longer line without an end was broken because it was full, not because it was finished. */
  private static final int FULL_LINE = 60;

  private static final Set<String> ABBREVIATIONS =
      Set.copyOf(WordList.MAIL.section("abbreviation"));

  /** With a capital after them they were words. */
  private static final Set<String> WORDS_TOO =
      Set.copyOf(WordList.MAIL.section("abbreviation-or-word"));

  private Sentences() {}

  /**
   * The sentences in their order, without the signs of lists. Headings, list items and lines of an
   * address are sentences of their own.
   */
  public static List<String> of(String text, Locale language) {
    var sentences = new ArrayList<String>();
    for (var block : blocks(Characters.lines(text))) {
      split(block.text(), language, sentences);
    }
    return sentences;
  }

  /**
   * Lines that belong together, joined; without the sign of a list.
   *
   * @param item whether it is an item of a list
   */
  record Block(String text, boolean item) {}

  static List<Block> blocks(List<String> lines) {
    var blocks = new ArrayList<Block>();
    var block = new StringBuilder();
    var before = "";
    boolean item = false;
    for (var line : lines) {
      if (!continues(before, line)) {
        blocks.add(new Block(block.toString(), item));
        block.setLength(0);
        item = markerEnd(line) > 0;
      }
      block.append(block.isEmpty() ? "" : " ").append(line.substring(markerEnd(line)));
      before = line;
    }
    blocks.add(new Block(block.toString(), item));
    return blocks;
  }

  private static boolean continues(String before, String line) {
    if (before.isEmpty() || line.isEmpty() || markerEnd(line) > 0) {
      return false;
    }
    boolean finished = ".!?:".indexOf(before.charAt(before.length() - 1)) >= 0;
    return Character.isLowerCase(line.charAt(0)) || !finished && before.length() >= FULL_LINE;
  }

  /** Where the sign of a list item ends: `- `, `• `, `1. `, `2) `; 0 if there is none. */
  private static int markerEnd(String line) {
    int sign = 0;
    while (sign < line.length() && sign < 3 && Character.isDigit(line.charAt(sign))) {
      sign++;
    }
    var signs = sign == 0 ? "-*•–·+" : ".)";
    boolean marker =
        sign + 1 < line.length()
            && signs.indexOf(line.charAt(sign)) >= 0
            && line.charAt(sign + 1) == ' ';
    return marker ? sign + 2 : 0;
  }

  static void split(String block, Locale language, List<String> sentences) {
    var breaks = BreakIterator.getSentenceInstance(language);
    breaks.setText(block);
    int start = 0;
    int end = breaks.next();
    while (end != BreakIterator.DONE) {
      if (end == block.length() || isEnd(block.substring(start, end).strip(), block, end)) {
        add(block.substring(start, end).strip(), sentences);
        start = end;
      }
      end = breaks.next();
    }
  }

  private static void add(String sentence, List<String> sentences) {
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }

  /** Whether a sentence really ends: not after an abbreviation, a lone number or an initial. */
  private static boolean isEnd(String sentence, String block, int next) {
    if (!sentence.endsWith(".")) {
      return true;
    }
    var word = sentence.substring(sentence.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    word = word.replaceFirst("^[(\"”'»«]+", "");
    boolean number = word.chars().allMatch(c -> Character.isDigit(c) || c == '.');
    boolean initial = word.length() == 2 && Character.isLetter(word.charAt(0));
    boolean begins = Character.isUpperCase(block.charAt(next));
    return !(ABBREVIATIONS.contains(word) && !(begins && WORDS_TOO.contains(word)))
        && !initial
        && !(number && Character.isLowerCase(block.charAt(next)));
  }
}
