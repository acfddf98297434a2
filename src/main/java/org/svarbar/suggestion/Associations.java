package org.svarbar.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.svarbar.text.Terms;

/**
 * What past questions teach: how strongly a word, a pair of words or a piece of a word points to an
 * entry. A softmax over all entries of a weighted sum of the question's features; entries that
 * nobody asked for take part with no weights at all, so that few past questions do not outweigh
 * everything else.
 */
final class Associations {

  /** What was learned without any past question. */
  static final Associations NONE = new Associations(List.of(), 0, 1);

  /** Sharpness of the softmax for feature vectors of length 1. */
  static final double SHARPNESS = 4;

  private final Map<String, Feature> features = new HashMap<>();
  private final long[] entries;
  private final long questions;
  private final long entriesWithout;

  /** A feature's weights for those entries that it says something about. */
  private static final class Feature {

    private int holding;
    private int size;
    private int[] entries = new int[2];
    private float[] weights = new float[2];
    private float[] squares = new float[2];

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
   * @param entries in ascending order, those that something was asked for
   * @param entriesWithout how many others there are
   */
  private Associations(List<Long> entries, long questions, long entriesWithout) {
    this.entries = entries.stream().mapToLong(Long::longValue).toArray();
    // as if each of the others had been asked for once, in words of its own: else few questions
    // would make what they have in common look frequent
    this.questions = questions + entriesWithout;
    this.entriesWithout = entriesWithout;
  }

  /**
   * A learner for these entries.
   *
   * @param terms each question's
   * @param answers for each of them the id of the entry that answered it
   * @param entriesWithout how many other entries there are
   */
  static Associations learn(List<Terms> terms, List<Long> answers, long entriesWithout, long seed) {
    var learned =
        new Associations(
            answers.stream().distinct().sorted().toList(), terms.size(), entriesWithout);
    var vectors = new ArrayList<Vector>();
    var named = terms.stream().map(Associations::features).toList();
    named.forEach(learned::count);
    named.forEach(each -> vectors.add(learned.vector(each)));
    new AssociationsTraining(learned.entries.length, entriesWithout, seed)
        .run(vectors, answers.stream().map(learned::place).toList());
    return learned;
  }

  boolean isEmpty() {
    return entries.length == 0;
  }

  /**
   * How likely each entry is, that something was asked for; 0 to 1. What is missing to 1 is spread
   * evenly over the entries that nobody asked for.
   */
  Likelihoods likelihoods(Terms question) {
    var scores = vector(features(question)).scores(entries.length);
    var total = (double) entriesWithout;
    for (var i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(SHARPNESS * scores[i]);
      total += scores[i];
    }
    var likelihoods = new HashMap<Long, Double>();
    for (var i = 0; i < scores.length; i++) {
      likelihoods.put(entries[i], scores[i] / total);
    }
    return new Likelihoods(likelihoods, 1 / total);
  }

  /**
   * @param other of each entry that nobody asked for
   */
  record Likelihoods(Map<Long, Double> known, double other) {

    double of(long entry) {
      return known.getOrDefault(entry, other);
    }
  }

  private int place(long entry) {
    return Arrays.binarySearch(entries, entry);
  }

  private void count(LinkedHashSet<String> named) {
    named.forEach(name -> features.computeIfAbsent(name, it -> new Feature()).holding++);
  }

  private static LinkedHashSet<String> features(Terms terms) {
    var names = new LinkedHashSet<String>();
    var before = "";
    for (var word : terms.words()) {
      names.add(word.key());
      names.add(before + " " + word.key());
      before = word.key();
      Terms.pieces(word).forEach(piece -> names.add("~" + piece));
    }
    names.add(before + " ");
    return names;
  }

  /** Of length 1, rare features longer than frequent ones. */
  private Vector vector(LinkedHashSet<String> names) {
    var known = names.stream().map(features::get).filter(Objects::nonNull).toList();
    var rarities = known.stream().mapToDouble(feature -> rarity(feature.holding)).toArray();
    var unknown = (names.size() - known.size()) * rarity(0) * rarity(0);
    var length = Math.sqrt(unknown + Arrays.stream(rarities).map(it -> it * it).sum());
    return new Vector(known, Arrays.stream(rarities).map(it -> it / length).toArray());
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
