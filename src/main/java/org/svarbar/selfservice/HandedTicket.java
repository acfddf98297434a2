package org.svarbar.selfservice;

import java.time.Instant;
import org.svarbar.ticket.TicketRef;

/**
 * A ticket that a session led to.
 *
 * @param match how sure that is: `exact`, `verified`, `phone` or `probable`
 */
public record HandedTicket(TicketRef ticket, String match, Instant at) {}
