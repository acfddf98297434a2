package org.svarbar.knowledge;

import java.util.Locale;

/** Names of the fields in `faq-entries.json`. */
final class EntryFields {

  static final String ENTRY = "entry";
  static final String SOURCE = "source";
  static final String KEY = "key";
  static final String LANGUAGE = "language";
  static final String VISIBILITY = "visibility";
  static final String GROUP = "group";

  /** Of questions and answer: how many entries hold a word. */
  static final String WORDS = "words";

  static final String QUESTION_WORDS = "question_words";
  static final String ANSWER_WORDS = "answer_words";

  private EntryFields() {}

  static String question(Locale language) {
    return "question_" + language.getLanguage();
  }

  static String answer(Locale language) {
    return "answer_" + language.getLanguage();
  }

  /** The same text cut into pieces of four letters. */
  static String pieces(String field) {
    return field + ".pieces";
  }
}
