package org.svarbar.suggestion;

import org.svarbar.knowledge.EntryHit;
import org.svarbar.text.Overlap;

/**
 * Whether two entries are one in other clothes, as when a FAQ came from two sources: one of them
 * among three suggestions is enough. Answers that differ in a word may be meant for different
 * cases, so the questions have to be alike, too.
 */
final class Likeness {

  /** Share of the words of both that both have. */
  private static final double OF_ANSWERS = 0.9;

  private static final double OF_QUESTIONS = 0.6;

  private Likeness() {}

  static boolean isOne(EntryHit one, EntryHit other) {
    return one.language().equals(other.language())
        && Overlap.of(one.answerWords(), other.answerWords()) >= OF_ANSWERS
        && Overlap.of(one.questionWords(), other.questionWords()) >= OF_QUESTIONS;
  }
}
