package org.svarbar.embedding;

/**
 * How texts are handed to a model.
 *
 * @param queryPrefix what it was trained to see before a question; a blank follows it
 * @param passagePrefix before an answer
 * @param mostTokens of a text; a token has about four characters
 */
record Texts(String queryPrefix, String passagePrefix, int mostTokens) {

  /** More characters would be cut off by any tokenizer, after having cost time. */
  private static final int CHARACTERS_OF_TOKEN = 8;

  Texts {
    queryPrefix = queryPrefix.strip();
    passagePrefix = passagePrefix.strip();
  }

  String question(String text) {
    return with(queryPrefix, text);
  }

  String passage(String text) {
    return with(passagePrefix, text);
  }

  /** Other prefixes give other vectors. */
  String mark() {
    return queryPrefix + "\n" + passagePrefix;
  }

  private String with(String prefix, String text) {
    var whole = (prefix + " " + text.strip()).strip();
    var most = CHARACTERS_OF_TOKEN * mostTokens;
    return whole.isEmpty() ? "?" : whole.substring(0, Math.min(most, whole.length()));
  }
}
