package org.svarbar.helpdesk;

import org.svarbar.ticket.TicketRef;

/**
 * The helpdesk does not show this ticket: not yet (its transaction is still open), no longer, or
 * never to us.
 */
public final class TicketMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TicketMissing(TicketRef ticket) {
    super("the helpdesk shows no ticket " + ticket);
  }
}
