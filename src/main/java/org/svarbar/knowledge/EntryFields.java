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

  /** Only to be read back: which words speak for the entry. */
  static final String WORDS_OF_QUESTIONS = "words_of_questions";

  static final String WORDS_OF_ANSWER = "words_of_answer";

  static final String WORDS = "words";
  static final String PAIRS = "pairs";
  static final String PIECES = "pieces";

  private EntryFields() {}

  /** The questions' terms. */
  static String question(Locale language) {
    return "question_" + language.getLanguage();
  }

  /** The terms of questions and answer together. */
  static String text(Locale language) {
    return "text_" + language.getLanguage();
  }
}
