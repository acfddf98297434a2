package org.svarbar.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something that happened to a ticket. A hint, not the truth: read the ticket before acting on it. */
public sealed interface TicketEvent {

  TicketRef ticket();

  Instant occurredAt();

  /** A ticket came into being; the first message's id where the helpdesk says it. */
  record TicketOpened(TicketRef ticket, Optional<String> messageId, Instant occurredAt)
      implements TicketEvent {
    public TicketOpened {
      check(ticket, messageId, occurredAt);
    }
  }

  /** The requester wrote again. */
  record RequesterReplied(TicketRef ticket, Optional<String> messageId, Instant occurredAt)
      implements TicketEvent {
    public RequesterReplied {
      check(ticket, messageId, occurredAt);
    }
  }

  /** An agent answered the requester. */
  record AgentReplied(TicketRef ticket, Optional<String> messageId, Instant occurredAt)
      implements TicketEvent {
    public AgentReplied {
      check(ticket, messageId, occurredAt);
    }
  }

  /** The ticket was moved to another team, queue or mailbox. */
  record GroupChanged(TicketRef ticket, String to, Instant occurredAt) implements TicketEvent {
    public GroupChanged {
      check(ticket, to, occurredAt);
    }
  }

  /** Another agent owns the ticket now. */
  record OwnerChanged(TicketRef ticket, String to, Instant occurredAt) implements TicketEvent {
    public OwnerChanged {
      check(ticket, to, occurredAt);
    }
  }

  /** The ticket was opened, closed or put aside; `to` is the helpdesk's own word. */
  record StatusChanged(TicketRef ticket, String to, Instant occurredAt) implements TicketEvent {
    public StatusChanged {
      check(ticket, to, occurredAt);
    }
  }

  private static void check(TicketRef ticket, Object detail, Instant occurredAt) {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(occurredAt, "occurredAt");
  }
}
