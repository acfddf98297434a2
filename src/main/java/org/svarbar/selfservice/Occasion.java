package org.svarbar.selfservice;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.ticket.TicketEvent;

/** When a case reaches a person. */
public enum Occasion {
  /** the customer wrote */
  OPENED,
  /** the ticket was moved to another team, queue or mailbox */
  MOVED,
  /** an agent took the ticket or was given it */
  ASSIGNED,
  /** the ticket was opened again */
  REOPENED,
  /** the ticket's priority was raised */
  RAISED,
  /** somebody tagged the ticket */
  TAGGED,
  /** a rule of the helpdesk says that the ticket is late or grave */
  ESCALATED,
  /** a bot passed the customer on */
  BOT;

  /** What helpdesks call a ticket that somebody has to work on. */
  private static final Set<String> OPEN = Set.of("open", "opened", "reopened", "re-opened", "new");

  /** How it is written in rules. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Occasion> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** Which one an event is; empty: none. */
  static Optional<Occasion> of(TicketEvent event) {
    return switch (event) {
      case TicketEvent.TicketOpened e -> Optional.of(OPENED);
      case TicketEvent.RequesterReplied e -> Optional.of(OPENED);
      case TicketEvent.GroupChanged e -> Optional.of(MOVED);
      case TicketEvent.OwnerChanged e -> Optional.of(ASSIGNED).filter(any -> !e.to().isBlank());
      case TicketEvent.StatusChanged e ->
          Optional.of(REOPENED).filter(any -> OPEN.contains(e.to().toLowerCase(Locale.ROOT)));
      case TicketEvent.Escalated e -> Optional.of(of(e.sign()));
      case TicketEvent.AgentReplied e -> Optional.empty();
    };
  }

  private static Occasion of(TicketEvent.Sign sign) {
    return switch (sign) {
      case PRIORITY -> RAISED;
      case TAG -> TAGGED;
      case RULE -> ESCALATED;
      case BOT -> BOT;
    };
  }
}
