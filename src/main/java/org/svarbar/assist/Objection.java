package org.svarbar.assist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.svarbar.triage.Reason;

/** What speaks against an automatic reply. */
enum Objection {
  /** the master switch stands so that nobody is answered */
  SWITCHED_OFF,
  /** the mode was changed meanwhile */
  MODE_CHANGED,
  /** grave, written by a program, or an answer to an automatic answer */
  FOR_A_PERSON,
  /** triage would not answer it without an agent's look */
  NOT_ANSWERABLE,
  /** no promise holds, or its threshold is not reached */
  NO_PROMISE,
  /** nothing that may go to customers */
  NOT_PUBLIC,
  OTHER_LANGUAGE,
  /** the rules name other languages */
  LANGUAGE,
  HOURS,
  /** the customer has read this answer before they wrote */
  READ_BEFORE,
  /** the customer said of another answer that it did not help: a second machine would not do */
  SELF_SERVICE_FAILED,
  /** it is not the message that opened the ticket, or another came after it */
  NOT_THE_ONLY_MESSAGE,
  /** somebody else wrote it than would get the reply, or there is no address */
  NO_ADDRESS,
  AGENT_ACTIVE,
  OWNED,
  ANSWERED,
  /** so many replies a day to this requester: perhaps a program */
  LIMIT,
  /** it could not be sent in time, and would surprise now */
  LATE,
  /** the helpdesk refused it */
  REFUSED;

  /** By its {@link #word()}; what has none was refused by the helpdesk. */
  static Objection find(String word) {
    return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst().orElse(REFUSED);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Worded in the language of whoever reads it. */
  Reason reason() {
    return new Reason("not-sent." + word(), List.of());
  }
}
