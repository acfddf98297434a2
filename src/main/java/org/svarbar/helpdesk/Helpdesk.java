package org.svarbar.helpdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketRef;

/**
 * One vendor's helpdesk: their words into ours, ours into theirs. Implementations are stateless
 * application-scoped beans.
 *
 * <p>Three facts that each of them must face: a webhook is a hint, so {@link #fetch} is the truth;
 * our own notes come back as webhooks and must be recognised as our echo; and {@link #perform} may
 * run twice, so what adds a message carries a marker that is looked for before it is repeated.
 *
 * <p>A helpdesk that cannot be reached or answers with a fault of its own makes any call but {@link
 * #probe} throw {@link HelpdeskUnavailable}: the caller tries again later.
 */
public interface Helpdesk {

  /** The name by which connections choose this vendor, such as `zammad`. */
  String kind();

  /** How this vendor signs what it sends: data, not code. */
  SignatureScheme signature(Connection via);

  /**
   * Their words into ours. Empty: nothing that concerns us, such as an echo of our own note. A
   * snapshot goes with the event only where the helpdesk may be unable to show the ticket; whoever
   * has {@link #fetch}ed it does not need the snapshot.
   *
   * @throws UnreadableWebhook when a verified request is not what this vendor sends
   */
  Optional<TicketEvent> read(WebhookRequest request, Connection via);

  /**
   * The ticket as it is now, with all its messages.
   *
   * @throws TicketMissing when the helpdesk does not show such a ticket, which may be true only for
   *     a moment
   */
  Ticket fetch(TicketRef ticket, Connection via);

  /**
   * Several tickets as {@link #fetch} reads them, for those who read many: with fewer calls where
   * the helpdesk has a way. What it does not show is left out.
   *
   * @param tickets at most 100
   */
  default List<Ticket> fetchAll(List<TicketRef> tickets, Connection via) {
    var all = new ArrayList<Ticket>();
    for (var ticket : tickets) {
      try {
        all.add(fetch(ticket, via));
      } catch (TicketMissing e) {
        // merged or deleted since it was named
        continue;
      }
    }
    return all;
  }

  /**
   * Ours into theirs.
   *
   * @param again whether this action may have been performed before without our knowing the
   *     outcome: then the helpdesk is read first
   */
  Performed perform(TicketAction action, boolean again, Connection via);

  /**
   * Whether it keeps drafts of replies beside a ticket, as far as we know; where it does not, the
   * note holds the draft.
   */
  boolean keepsDrafts();

  /** Whether it opens tickets for customers ({@link TicketAction.OpenTicket}). */
  boolean opensTickets();

  /**
   * Tickets touched at or after this instant, oldest change first; one that changes again meanwhile
   * may come twice. Costs at most one call for a hundred of them.
   */
  Stream<ChangedTicket> changedSince(Instant since, Connection via);

  /** Tries the way out: whether the helpdesk answers and lets our account in. Never throws. */
  Probe probe(Connection via);
}
