package org.svarbar.suggestion;

/**
 * Two words that say the same, each by what it compares by.
 *
 * @param probability that one is translated by the other, the geometric mean of both ways; 0 to 1
 */
record WordLink(String word, String translation, double probability) {

  WordLink reversed() {
    return new WordLink(translation, word, probability);
  }
}
