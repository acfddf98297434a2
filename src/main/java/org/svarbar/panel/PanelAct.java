package org.svarbar.panel;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.ticket.TicketRef;

/**
 * What an agent did with a suggestion.
 *
 * @param agent empty: somebody with the note's link
 * @param isRight what a vote says; empty: no vote
 * @param reason of a vote against it
 */
record PanelAct(
    TicketRef ticket,
    String messageId,
    long entryId,
    String agent,
    Kind kind,
    Optional<Boolean> isRight,
    Optional<Reason> reason,
    Instant at) {

  PanelAct {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(isRight, "isRight");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }

  enum Kind {
    VOTED,
    /** its text went into the clipboard */
    COPIED,
    /** its address went into the clipboard or the helpdesk's editor */
    LINKED,
    /** its text went into the helpdesk's editor */
    INSERTED,
    /** its text was saved as the helpdesk's draft */
    DRAFTED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> find(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** Why a suggestion is not right. */
  enum Reason {
    OTHER_QUESTION,
    WRONG,
    OUTDATED,
    INCOMPLETE,
    UNCLEAR,
    NOT_FOR_CUSTOMER;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Reason> find(String word) {
      return Stream.of(values()).filter(reason -> reason.word().equals(word)).findFirst();
    }
  }
}
