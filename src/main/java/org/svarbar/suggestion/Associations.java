package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.svarbar.text.Terms;

/**
 * What past questions teach: how strongly a word, two words or a piece of a word point to an entry.
 * A softmax over all entries of a weighted sum of the question's features. What the entries
 * themselves ask is learned from too, so that few past questions do not outweigh everything else;
 * entries of which nothing was learned take part with no weights at all.
 */
final class Associations {

  /** What was learned without any past question. */
  static final Associations NONE = new Associations(List.of(), 0, 1, 0);

  /** Sharpness of the softmax for feature vectors of length 1. */
  static final double SHARPNESS = 3;

  /** The search counts the less, the more past questions there are; chosen on public sets. */
  private static final double BESIDE_PAST = 0.7;

  private final Map<String, Feature> features = new HashMap<>();
  private final long[] entries;
  private final long questions;
  private final long entriesWithout;
  private final double searchCounts;

  /** A feature's weights for those entries that it says something about. */
  private static final class Feature {

    private final int holding;
    private int size;
    private int[] entries = new int[2];
    private float[] weights = new float[2];
    private float[] squares = new float[2];

    private Feature(int holding) {
      this.holding = holding;
    }

    /** Adagrad: the more often a weight was moved, the less it moves. */
    void move(int entry, double gradient) {
      var at = place(entry);
      squares[at] += (float) (gradient * gradient);
      weights[at] -= (float) (RATE * gradient / (0.05 + Math.sqrt(squares[at])));
    }

    private int place(int entry) {
      var found = Arrays.binarySearch(entries, 0, size, entry);
      if (found >= 0) {
        return found;
      }
      var at = -found - 1;
      if (size == entries.length) {
        grow();
      }
      System.arraycopy(entries, at, entries, at + 1, size - at);
      System.arraycopy(weights, at, weights, at + 1, size - at);
      System.arraycopy(squares, at, squares, at + 1, size - at);
      entries[at] = entry;
      weights[at] = 0;
      squares[at] = 0;
      size++;
      return at;
    }

    private void grow() {
      entries = Arrays.copyOf(entries, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
      squares = Arrays.copyOf(squares, 2 * size);
    }
  }

  private static final double RATE = 0.3;

  /**
   * @param entries in ascending order, those that something is learned of
   * @param entriesWithout how many others there are
   * @param askedOfEach past questions for each entry, on average
   */
  private Associations(
      List<Long> entries, long questions, long entriesWithout, double askedOfEach) {
    this.entries = entries.stream().mapToLong(Long::longValue).toArray();
    // as if each of the others had been asked for once, in words of its own: else few questions
    // would make what they have in common look frequent
    this.questions = questions + entriesWithout;
    this.entriesWithout = entriesWithout;
    searchCounts = 1 / (1 + BESIDE_PAST * Math.sqrt(askedOfEach));
  }

  /**
   * Learns from past questions and from what entries ask themselves.
   *
   * @param own of no past question's entry or of any
   * @param entries how many there are
   */
  static Associations learn(List<Lesson> past, List<Lesson> own, long entries, long seed) {
    var all = Stream.concat(past.stream(), own.stream()).toList();
    var known = all.stream().map(Lesson::entry).distinct().sorted().toList();
    var learned =
        new Associations(
            known,
            all.size(),
            Math.max(0, entries - known.size()),
            past.size() / (double) Math.max(known.size(), entries));
    var named = all.stream().map(each -> LessonFeatures.of(each.question())).toList();
    LessonFeatures.counted(named)
        .forEach((name, holding) -> learned.features.put(name, new Feature(holding)));
    new AssociationsTraining(learned.entries.length, learned.entriesWithout, seed)
        .run(
            named.stream().map(learned::vector).toList(),
            all.stream().map(each -> learned.place(each.entry())).toList(),
            all.stream().map(Lesson::counts).toList());
    return learned;
  }

  boolean isEmpty() {
    return entries.length == 0;
  }

  /**
   * How likely each entry is, that something was learned of; 0 to 1. What is missing to 1 is spread
   * evenly over the others.
   */
  Likelihoods likelihoods(Terms question) {
    var scores = vector(LessonFeatures.of(question)).scores(entries.length);
    var total = (double) entriesWithout;
    for (var i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(SHARPNESS * scores[i]);
      total += scores[i];
    }
    var likelihoods = new HashMap<Long, Double>();
    for (var i = 0; i < scores.length; i++) {
      likelihoods.put(entries[i], scores[i] / total);
    }
    return new Likelihoods(likelihoods, 1 / total, searchCounts);
  }

  /**
   * @param other of each entry that nothing was learned of
   * @param searchCounts what share the search has in the rank beside this; 0 to 1
   */
  record Likelihoods(Map<Long, Double> known, double other, double searchCounts) {

    static final Likelihoods NONE = new Likelihoods(Map.of(), 0, 1);

    double of(long entry) {
      return known.getOrDefault(entry, other);
    }
  }

  private int place(long entry) {
    return Arrays.binarySearch(entries, entry);
  }

  /**
   * Of length 1, rare features longer than frequent ones. Pairs that are not known are nearly all
   * that are not: they would make each long question's vector short.
   */
  private Vector vector(Map<String, Double> names) {
    var known = new ArrayList<Feature>();
    var values = new ArrayList<Double>();
    var length = 0.0;
    for (var each : names.entrySet()) {
      var feature = features.get(each.getKey());
      var value = each.getValue() * rarity(feature == null ? 0 : feature.holding);
      if (feature != null) {
        known.add(feature);
        values.add(value);
      }
      length += feature == null && LessonFeatures.isPair(each.getKey()) ? 0 : value * value;
    }
    var root = Math.sqrt(length);
    return new Vector(known, values.stream().mapToDouble(it -> it / root).toArray());
  }

  private double rarity(int holding) {
    return Math.log(1 + (questions - holding + 0.5) / (holding + 0.5));
  }

  /** A question's features with their values. */
  static final class Vector {

    private final List<Feature> features;
    private final double[] values;

    private Vector(List<Feature> features, double[] values) {
      this.features = features;
      this.values = values;
    }

    double[] scores(int entries) {
      var scores = new double[entries];
      for (var i = 0; i < values.length; i++) {
        var feature = features.get(i);
        for (var j = 0; j < feature.size; j++) {
          scores[feature.entries[j]] += values[i] * feature.weights[j];
        }
      }
      return scores;
    }

    void move(int entry, double gradient) {
      for (var i = 0; i < values.length; i++) {
        features.get(i).move(entry, gradient * values[i]);
      }
    }
  }
}
