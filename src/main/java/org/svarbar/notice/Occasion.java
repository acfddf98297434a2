package org.svarbar.notice;

import java.util.Arrays;

/** What operators are told of. */
enum Occasion {
  DEAD_LETTERS("dead-letters"),
  CONNECTION_FAILING("connection-failing"),
  PROMISE_WITHDRAWN("promise-withdrawn");

  private final String word;

  Occasion(String word) {
    this.word = word;
  }

  /** As it stands in rows, texts and webhooks. */
  String word() {
    return word;
  }

  static Occasion of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst().orElseThrow();
  }
}
