package org.svarbar.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to a ticket. A hint, not the truth: read the ticket before acting on it.
 */
public sealed interface TicketEvent {

  TicketRef ticket();

  Instant occurredAt();

  /**
   * A ticket came into being.
   *
   * @param messageId the first message's id where the helpdesk says it
   * @param snapshot the ticket as the webhook told it, for when the helpdesk does not show it to
   *     us; empty where the webhook does not tell the whole
   */
  record TicketOpened(
      TicketRef ticket, Optional<String> messageId, Instant occurredAt, Optional<Ticket> snapshot)
      implements TicketEvent {
    public TicketOpened {
      check(ticket, messageId, occurredAt);
      check(ticket, snapshot);
    }

    public TicketOpened(TicketRef ticket, Optional<String> messageId, Instant occurredAt) {
      this(ticket, messageId, occurredAt, Optional.empty());
    }
  }

  /** The requester wrote again; `messageId` and `snapshot` as in {@link TicketOpened}. */
  record RequesterReplied(
      TicketRef ticket, Optional<String> messageId, Instant occurredAt, Optional<Ticket> snapshot)
      implements TicketEvent {
    public RequesterReplied {
      check(ticket, messageId, occurredAt);
      check(ticket, snapshot);
    }

    public RequesterReplied(TicketRef ticket, Optional<String> messageId, Instant occurredAt) {
      this(ticket, messageId, occurredAt, Optional.empty());
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

    /** Whether the helpdesk has deleted it: what Request Tracker and the generic contract say. */
    public boolean isDeletion() {
      return to.equalsIgnoreCase("deleted");
    }
  }

  /**
   * The ticket needs more of a person than before.
   *
   * @param detail the new priority, or the tag, in the helpdesk's own words; may be empty
   */
  record Escalated(TicketRef ticket, Sign sign, String detail, Instant occurredAt)
      implements TicketEvent {
    public Escalated {
      check(ticket, detail, occurredAt);
      Objects.requireNonNull(sign, "sign");
    }
  }

  /** By what the helpdesk tells that it needs more of a person. */
  enum Sign {
    /** its priority was raised */
    PRIORITY,
    /** somebody tagged it */
    TAG,
    /** a rule of the helpdesk says so, such as one about time */
    RULE,
    /** a bot passes the customer on to a person */
    BOT
  }

  private static void check(TicketRef ticket, Object detail, Instant occurredAt) {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(occurredAt, "occurredAt");
  }

  private static void check(TicketRef ticket, Optional<Ticket> snapshot) {
    if (snapshot.filter(told -> !told.ref().equals(ticket)).isPresent()) {
      throw new IllegalArgumentException("the snapshot is of another ticket than " + ticket);
    }
  }
}
