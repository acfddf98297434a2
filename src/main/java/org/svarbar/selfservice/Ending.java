package org.svarbar.selfservice;

import java.util.Optional;

/** What became of a session, as far as anybody can know. */
enum Ending {
  /** the customer said that an answer helped, and stayed away */
  CONFIRMED,
  /** the customer opened an answer, said nothing, and stayed away */
  UNCONFIRMED,
  /** the customer wanted a person, or wrote */
  CONTACTED,
  /** the customer opened nothing, or said that it did not help, and stayed away */
  UNSOLVED;

  /**
   * @param wrote whether the session, or another one of the same person, led to a ticket
   * @return empty: nobody did anything in it
   */
  static Optional<Ending> of(HelpSession session, boolean wrote) {
    var events = session.events();
    if (events.isEmpty()) {
      return Optional.empty();
    }
    if (wrote || events.stream().anyMatch(it -> it.kind() == SessionEvent.Kind.CONTACT)) {
      return Optional.of(CONTACTED);
    }
    var lastVote = events.reversed().stream().flatMap(it -> it.helpful().stream()).findFirst();
    var opened = events.stream().anyMatch(it -> it.kind() == SessionEvent.Kind.OPENED);
    return Optional.of(
        lastVote
            .map(helped -> helped ? CONFIRMED : UNSOLVED)
            .orElse(opened ? UNCONFIRMED : UNSOLVED));
  }
}
