package org.svarbar.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that is seen in a message; each kind once, unless words and header both show it. */
record Signals(List<Signal> seen) {

  Signals {
    seen = List.copyOf(seen);
  }

  static Signals of(Incoming incoming) {
    var seen = new ArrayList<>(Sender.of(incoming));
    seen.addAll(Tone.of(incoming.subject(), incoming.text(), incoming.language()));
    seen.addAll(Complexity.of(incoming));
    return new Signals(seen);
  }

  Set<SignalKind> kinds() {
    var kinds = EnumSet.noneOf(SignalKind.class);
    seen.forEach(signal -> kinds.add(signal.kind()));
    return kinds;
  }

  boolean has(SignalKind kind) {
    return kinds().contains(kind);
  }

  boolean isAutomatic() {
    return kinds().stream().anyMatch(SignalKind::isAutomatic);
  }

  boolean isSimple() {
    return kinds().stream().noneMatch(SignalKind::isComplexity);
  }
}
