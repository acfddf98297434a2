package org.svarbar.selfservice;

import org.svarbar.ticket.TicketRef;

/** Knows where an agent sees what a customer does after the note was written. */
public interface LiveTimeline {

  /** A link that whoever reads the note may open for a while. */
  String of(TicketRef ticket);
}
