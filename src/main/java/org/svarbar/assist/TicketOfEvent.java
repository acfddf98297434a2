package org.svarbar.assist;

import java.util.function.Supplier;
import org.svarbar.ticket.Ticket;

/** The ticket of an event, read once and only if somebody asks. */
final class TicketOfEvent implements Supplier<Ticket> {

  private final Supplier<Ticket> reading;
  private Ticket read;

  TicketOfEvent(Supplier<Ticket> reading) {
    this.reading = reading;
  }

  @Override
  public Ticket get() {
    if (read == null) {
      read = reading.get();
    }
    return read;
  }
}
