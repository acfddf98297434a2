package org.svarbar.suggestion;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/**
 * What of a question can point to an entry, by its name, with what it weighs beside its rarity: its
 * words, two words that follow each other, two words that say something and stand near each other
 * in either order, and pieces of words.
 */
final class LessonFeatures {

  private static final double OF_WORD = 1;
  private static final double OF_PAIR = 0.7;
  private static final double OF_PIECE = 0.7;

  /** Words that say something are near each other with fewer than so many such words between. */
  private static final int NEAR = 10;

  /** A long mail has no more such words that are paired: pairs would outgrow the memory. */
  private static final int MOST_PAIRED = 40;

  private static final String FOLLOWED_BY = " ";
  private static final String NEAR_TO = "&";
  private static final String PIECE = "~";

  private LessonFeatures() {}

  static Map<String, Double> of(Terms question) {
    var features = new LinkedHashMap<String, Double>();
    var before = "";
    for (var word : question.words()) {
      features.put(word.key(), OF_WORD);
      features.put(before + FOLLOWED_BY + word.key(), OF_PAIR);
      before = word.key();
      Terms.pieces(word).forEach(piece -> features.put(PIECE + piece, OF_PIECE));
    }
    features.put(before + FOLLOWED_BY, OF_PAIR);
    addNear(question.words().stream().filter(word -> !word.stop()).toList(), features);
    return features;
  }

  private static void addNear(List<Word> telling, Map<String, Double> to) {
    for (var i = 0; i < Math.min(MOST_PAIRED, telling.size()); i++) {
      for (var j = Math.max(0, i - NEAR); j < i; j++) {
        to.put(near(telling.get(j).key(), telling.get(i).key()), OF_PAIR);
      }
    }
  }

  private static String near(String one, String other) {
    return one.compareTo(other) < 0 ? one + NEAR_TO + other : other + NEAR_TO + one;
  }

  /** How many of the questions hold each; pairs that only one holds say nothing of others. */
  static Map<String, Integer> counted(Collection<Map<String, Double>> questions) {
    var holding = new HashMap<String, Integer>();
    questions.forEach(each -> each.keySet().forEach(name -> holding.merge(name, 1, Integer::sum)));
    holding.entrySet().removeIf(each -> each.getValue() == 1 && isPair(each.getKey()));
    return holding;
  }

  static boolean isPair(String name) {
    return !name.startsWith(PIECE) && (name.contains(FOLLOWED_BY) || name.contains(NEAR_TO));
  }
}
