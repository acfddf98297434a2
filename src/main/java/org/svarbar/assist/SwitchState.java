package org.svarbar.assist;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the master switch stands. */
public enum SwitchState {
  /** everything is as connections and groups say */
  ON,
  /** nobody is answered automatically */
  NO_REPLIES,
  /** webhooks are stored and nothing else happens */
  OFF;

  /** As it is written in requests and rows. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its {@link #word()}. */
  public static Optional<SwitchState> find(String word) {
    return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
  }
}
