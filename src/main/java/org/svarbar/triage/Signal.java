package org.svarbar.triage;

import java.util.List;
import java.util.Objects;

/**
 * Something seen in a message.
 *
 * @param words what it was seen by, as it was written; empty where no words say it
 */
public record Signal(SignalKind kind, List<String> words) {

  public Signal {
    Objects.requireNonNull(kind, "kind");
    words = List.copyOf(words);
  }

  static Signal of(SignalKind kind) {
    return new Signal(kind, List.of());
  }
}
