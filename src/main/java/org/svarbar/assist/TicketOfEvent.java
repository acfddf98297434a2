package org.svarbar.assist;

import java.util.function.Supplier;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;

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

  /**
   * Whether a note is in the ticket that was read: a database that was restored does not know what
   * was written after its backup.
   */
  boolean has(TicketAction action) {
    return read != null
        && action instanceof AddInternalNote note
        && read.messages().stream()
            .anyMatch(it -> it.internal() && it.body().contains(TicketAction.marker(note.key())));
  }
}
