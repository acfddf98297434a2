package org.svarbar.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.platform.Languages;

/**
 * What tells the language of a text: groups of up to four letters, where `_` is the edge of a word,
 * and how many words each language's list of frequent words holds, as `=sv`.
 */
final class LanguageFeatures {

  private static final int LONGEST_GROUP = 4;
  private static final int LONGEST_WORD = 40;

  /** In every text that has words. */
  private static final String ALWAYS = "*";

  /** By word, the languages that have it in their list, as `=sv`. */
  private static final Map<String, List<String>> LISTS = lists();

  private LanguageFeatures() {}

  /**
   * The features with their strengths. A count is divided by the root of all counts, so that longer
   * texts weigh more, but not in proportion: their words are not independent of each other.
   */
  static Map<String, Double> of(String text) {
    var groups = new HashMap<String, Integer>();
    var listed = new HashMap<String, Integer>();
    var words = words(text);
    for (var word : words) {
      countGroups("_" + word + "_", groups);
      LISTS.getOrDefault(word, List.of()).forEach(list -> listed.merge(list, 1, Integer::sum));
    }
    var features = new HashMap<String, Double>();
    double all = groups.values().stream().mapToInt(n -> n).sum();
    groups.forEach((group, n) -> features.put(group, n / Math.sqrt(all)));
    listed.forEach((list, n) -> features.put(list, n / Math.sqrt(words.size())));
    if (!words.isEmpty()) {
      features.put(ALWAYS, 1.0);
    }
    return features;
  }

  /**
   * Runs of letters, in lower case; an apostrophe within is a letter. Words with a capital inside a
   * sentence are names and belong to no language: they are left out, unless only they are there or
   * a list has them.
   */
  static List<String> words(String text) {
    var all = new ArrayList<String>();
    var withoutNames = new ArrayList<String>();
    boolean begins = true;
    for (int i = 0; i < text.length(); ) {
      int end = wordEnd(text, i);
      if (end == i) {
        begins |= ".!?:\n\"–-•".indexOf(text.charAt(i)) >= 0;
        i++;
        continue;
      }
      var word = text.substring(i, Math.min(end, i + LONGEST_WORD)).replace('’', '\'');
      var low = word.toLowerCase(Locale.ROOT);
      all.add(low);
      if (begins || low.equals(word) || LISTS.containsKey(low)) {
        withoutNames.add(low);
      }
      begins = false;
      i = end;
    }
    return withoutNames.isEmpty() ? all : withoutNames;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end))
            || end > start && "'’".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static void countGroups(String word, Map<String, Integer> groups) {
    for (int start = 0; start < word.length(); start++) {
      for (int n = 1; n <= LONGEST_GROUP && start + n <= word.length(); n++) {
        var group = word.substring(start, start + n);
        if (!group.equals("_")) {
          groups.merge(group, 1, Integer::sum);
        }
      }
    }
  }

  private static Map<String, List<String>> lists() {
    var list = WordList.read("language-words.txt");
    var lists = new HashMap<String, List<String>>();
    for (var locale : Languages.ALL) {
      for (var word : Set.copyOf(list.section(locale.getLanguage()))) {
        lists.computeIfAbsent(word, w -> new ArrayList<>()).add("=" + locale.getLanguage());
      }
    }
    return lists.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }
}
