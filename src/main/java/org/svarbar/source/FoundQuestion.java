package org.svarbar.source;

/**
 * A question on a page, with its answer.
 *
 * @param answer HTML, not sanitised
 * @param anchor the id of the element that it is in; may be empty
 */
record FoundQuestion(String question, String answer, String anchor) {

  FoundQuestion {
    question = question.replaceAll("[\\s\\u00a0]+", " ").strip();
    answer = answer.strip();
  }

  boolean isWhole() {
    return !question.isEmpty() && !answer.isEmpty();
  }
}
