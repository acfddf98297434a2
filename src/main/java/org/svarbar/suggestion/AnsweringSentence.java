package org.svarbar.suggestion;

import java.util.HashSet;
import java.util.Locale;
import org.svarbar.text.Sentences;
import org.svarbar.text.Words;

/** Finds the sentence of an answer that speaks most of what was asked. */
final class AnsweringSentence {

  private final AskedWords asked;
  private final WordWeights weights;

  AnsweringSentence(AskedWords asked, WordWeights weights) {
    this.asked = asked;
    this.weights = weights;
  }

  /** The first of the best; the first sentence at all when none holds a word of the question. */
  String of(String answer, Locale language) {
    var best = "";
    var most = -1.0;
    for (var sentence : Sentences.of(answer, language)) {
      var weight = weight(sentence, language);
      if (weight > most) {
        best = sentence;
        most = weight;
      }
    }
    return best;
  }

  private double weight(String sentence, Locale language) {
    var words = new HashSet<String>();
    Words.of(sentence, language).forEach(word -> words.add(word.key()));
    return weights.together(asked.keys().stream().filter(words::contains).toList());
  }
}
