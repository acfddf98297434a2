package org.svarbar.outbox;

import org.svarbar.ticket.TicketRef;

/**
 * Hears of tickets that were opened here: helpdesks do not tell what our own account does, and a
 * poll takes it for ours.
 */
public interface OpenedTickets {

  /** There is a new ticket, if the caller's transaction is committed; may be told twice. */
  void opened(TicketRef ticket);

  /** Says, after that transaction has ended, that there may be something to do. */
  void wake();
}
