package org.svarbar.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.svarbar.suggestion.Bitext.Aligned;

/**
 * Learns which words are translations of each other: IBM's model 1, each way on its own, then the
 * geometric mean of both (Brown et al., The mathematics of statistical machine translation, 1993).
 * Words that are spelt alike are likelier from the start.
 */
final class WordLinks {

  private static final int ROUNDS = 6;

  /** So much likelier words are that are spelt the same. */
  private static final double SPELT_ALIKE = 5;

  /** Less is noise. */
  private static final double LEAST = 0.1;

  private final Bitext bitext;
  private final List<Aligned> sentences;

  /** Each pair of words that stand in translated sentences: the first's number, the second's. */
  private final long[] pairs;

  /** For each sentence, for each word of the first and each of the second: which pair it is. */
  private final int[] places;

  private WordLinks(Bitext bitext) {
    this.bitext = bitext;
    sentences = bitext.sentences();
    var all = new long[bitext.pairsOfWords()];
    var next = 0;
    for (var sentence : sentences) {
      for (var first : sentence.first()) {
        for (var second : sentence.second()) {
          all[next++] = (long) first << 32 | second;
        }
      }
    }
    pairs = Arrays.stream(all).sorted().distinct().toArray();
    places = Arrays.stream(all).mapToInt(pair -> Arrays.binarySearch(pairs, pair)).toArray();
  }

  /** What is left of it when noise is off. */
  static List<WordLink> learn(Bitext bitext) {
    return new WordLinks(bitext).links();
  }

  private List<WordLink> links() {
    var firstWords = bitext.firstWords();
    var secondWords = bitext.secondWords();
    var prior = prior(firstWords, secondWords);
    var forth = new Way(firstWords.size(), secondWords.size(), true).learned(prior);
    var back = new Way(secondWords.size(), firstWords.size(), false).learned(prior);
    return IntStream.range(0, pairs.length)
        .filter(pair -> forth[pair] * back[pair] >= LEAST * LEAST)
        .mapToObj(
            pair ->
                new WordLink(
                    firstWords.get(first(pair)),
                    secondWords.get(second(pair)),
                    Math.sqrt(forth[pair] * back[pair])))
        .toList();
  }

  private double[] prior(List<String> firstWords, List<String> secondWords) {
    var spelt = new Spelling(firstWords, secondWords);
    return IntStream.range(0, pairs.length)
        .mapToDouble(pair -> 1 + SPELT_ALIKE * spelt.likeness(first(pair), second(pair)))
        .toArray();
  }

  private int first(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  private int second(int pair) {
    return (int) pairs[pair];
  }

  /** One way: how likely each word of the one language becomes which of the other. */
  private final class Way {

    private final int from;
    private final int to;
    private final boolean forth;
    private double[] likely;

    /** Of what comes of no word at all. */
    private double[] outOfNothing;

    Way(int from, int to, boolean forth) {
      this.from = from;
      this.to = to;
      this.forth = forth;
    }

    double[] learned(double[] prior) {
      likely = prior.clone();
      outOfNothing = new double[to];
      Arrays.fill(outOfNothing, 1.0 / Math.max(1, to));
      normalise(likely);
      for (var round = 0; round < ROUNDS; round++) {
        expectAndMaximise();
      }
      return likely;
    }

    private void expectAndMaximise() {
      var counts = new double[likely.length];
      var ofNothing = new double[to];
      var start = 0;
      for (var sentence : sentences) {
        count(sentence, start, counts, ofNothing);
        start += sentence.first().length * sentence.second().length;
      }
      normalise(counts);
      var all = Arrays.stream(ofNothing).sum();
      likely = counts;
      outOfNothing = Arrays.stream(ofNothing).map(it -> it / Math.max(all, 1e-12)).toArray();
    }

    private void count(Aligned sentence, int start, double[] counts, double[] ofNothing) {
      var targets = forth ? sentence.second() : sentence.first();
      var sources = forth ? sentence.first().length : sentence.second().length;
      for (var t = 0; t < targets.length; t++) {
        var sum = outOfNothing[targets[t]];
        for (var s = 0; s < sources; s++) {
          sum += likely[place(sentence, start, s, t)];
        }
        ofNothing[targets[t]] += outOfNothing[targets[t]] / sum;
        for (var s = 0; s < sources; s++) {
          var pair = place(sentence, start, s, t);
          counts[pair] += likely[pair] / sum;
        }
      }
    }

    private int place(Aligned sentence, int start, int source, int target) {
      var width = sentence.second().length;
      return places[start + (forth ? source * width + target : target * width + source)];
    }

    /** What one word becomes makes 1 together. */
    private void normalise(double[] values) {
      var sums = new double[from];
      for (var pair = 0; pair < values.length; pair++) {
        sums[forth ? first(pair) : second(pair)] += values[pair];
      }
      for (var pair = 0; pair < values.length; pair++) {
        values[pair] /= Math.max(sums[forth ? first(pair) : second(pair)], 1e-12);
      }
    }
  }
}
