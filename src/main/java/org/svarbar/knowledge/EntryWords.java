package org.svarbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits text into words that compare across inflections. */
public final class EntryWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private EntryWords() {}

  /** A word as it was written, what it compares by, and whether it says nothing by itself. */
  public record Word(String original, String key, boolean stop) {}

  public static List<Word> of(String text, Locale language) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      var key = key(matcher.group().toLowerCase(language));
      words.add(new Word(matcher.group(), key, key.length() < 2));
    }
    return words;
  }

  private static String key(String word) {
    var folded =
        word.replace('å', 'a')
            .replace('ä', 'a')
            .replace("æ", "a")
            .replace('ö', 'o')
            .replace('ø', 'o');
    return folded.length() > 6 ? folded.substring(0, 6) : folded;
  }
}
