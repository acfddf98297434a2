package org.svarbar.knowledge;

/** How an answer is written. */
public enum AnswerFormat {
  /** CommonMark; HTML in it is shown as it stands */
  MARKDOWN,
  /** sanitised when it came in */
  HTML
}
