package org.svarbar.suggestion;

import java.util.List;
import org.svarbar.suggestion.RenderedEntry.Sentence;

/** Finds the sentence of an answer that speaks most of what was asked. */
final class AnsweringSentence {

  private final AskedWords asked;
  private final WordWeights weights;

  AnsweringSentence(AskedWords asked, WordWeights weights) {
    this.asked = asked;
    this.weights = weights;
  }

  /** The first of the best; the first sentence at all when none holds a word of the question. */
  String of(List<Sentence> sentences) {
    var best = "";
    var most = -1.0;
    for (var sentence : sentences) {
      var weight =
          asked.words().stream().mapToDouble(word -> weights.of(word, sentence.keys())).sum();
      if (weight > most) {
        best = sentence.text();
        most = weight;
      }
    }
    return best;
  }
}
