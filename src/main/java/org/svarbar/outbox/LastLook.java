package org.svarbar.outbox;

import java.util.List;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.SendReply;

/**
 * Looks at what goes to a requester immediately before it goes: between decision and sending there
 * may be seconds, or a night.
 */
public interface LastLook {

  /**
   * Why it must not be sent now, in a word; empty: nothing speaks against it.
   *
   * @throws RuntimeException when that cannot be found out now: it is tried again later
   */
  Optional<String> objection(SendReply reply, Connection via);

  /**
   * What is done in place of an action that was not.
   *
   * @param why the word of {@link #objection}; empty: the helpdesk refused it
   */
  List<TicketAction> instead(TicketAction left, String why, Connection via);
}
