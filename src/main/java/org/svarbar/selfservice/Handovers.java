package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.outbox.Outbox;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketRef;

/** Gives what a customer did before to the person who helps them now. */
@ApplicationScoped
public class Handovers {

  @Inject HelpSites sites;
  @Inject SessionMatching matching;
  @Inject SessionLinks links;
  @Inject HandoverRules rules;
  @Inject ReadAnswers answers;
  @Inject Digests digests;
  @Inject LiveTimeline live;
  @Inject Outbox outbox;

  /**
   * What is to be done about an event: at most one note in a ticket for a session, however many
   * events ask for it. Which session led to the ticket is remembered at once.
   *
   * @param ticket reads the ticket; asked only when the session is not known yet
   */
  public List<TicketAction> at(TicketEvent event, Connection via, Supplier<Ticket> ticket) {
    if (Occasion.of(event).isEmpty() || !isThereHelp(via) || via.mode() == Connection.Mode.OFF) {
      return List.of();
    }
    var known = links.of(event.ticket());
    var linked =
        known.filter(it -> it.quality() != MatchQuality.PROBABLE).isPresent()
            ? known
            : match(ticket);
    var isDue = via.mode().isWriting() && rules.of(via.id()).counts(event);
    return linked
        .filter(any -> isDue)
        .map(it -> List.<TicketAction>of(note(event.ticket(), it, via)))
        .orElse(List.of());
  }

  /** What the customer has read before they wrote this ticket. */
  @Transactional
  public TriedAnswers tried(TicketRef ticket) {
    return links.of(ticket).map(answers::tried).orElse(TriedAnswers.NONE);
  }

  /** The session that led to a ticket. */
  @Transactional
  public Optional<LinkedSession> of(TicketRef ticket) {
    return links.of(ticket);
  }

  /**
   * What the customer did before they wrote this ticket, as a note would tell it.
   *
   * @param reader in whose language
   */
  @Transactional
  public Optional<HandoverText> told(TicketRef ticket, Locale reader) {
    var wording = new HandoverNote(reader, ZoneId.systemDefault());
    return links
        .of(ticket)
        .map(linked -> wording.text(ticket, linked, answers.of(linked.session())));
  }

  /** What a customer did, whatever it led to. */
  @Transactional
  public HandoverText told(HelpSession session, Locale reader) {
    return new HandoverNote(reader, ZoneId.systemDefault()).text(session, answers.of(session));
  }

  /** The tickets that a session led to. */
  @Transactional
  public List<HandedTicket> ticketsOf(HelpSession session) {
    return links.tickets(session.id());
  }

  /**
   * The customer read a code out: their session goes into the ticket.
   *
   * @param code as it was heard: any case, blanks and hyphens do not matter
   * @return empty: no session of the last day has this code, or it belongs to another customer
   */
  @Transactional
  public Optional<LinkedSession> byPhone(Ticket ticket, String code, Connection via) {
    var heard = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    var requester = digests.ofPerson(ticket.requester().email()).orElse("");
    var linked = matching.byPhone(ticket.ref(), heard, requester);
    linked.ifPresent(it -> outbox.accept(List.of(note(ticket.ref(), it, via))));
    return linked;
  }

  /**
   * A bot passes the customer of a session on to a person: it goes into the ticket, and is told
   * there where that is an occasion.
   *
   * @return whether it is the ticket's; it is not where it led to a ticket of another customer
   */
  @Transactional
  boolean byBot(Ticket ticket, String reference, Connection via) {
    var requester = digests.ofPerson(ticket.requester().email()).orElse("");
    var linked = matching.byBot(ticket.ref(), reference, requester);
    linked
        .filter(any -> isTold(via, Occasion.BOT))
        .ifPresent(it -> outbox.accept(List.of(note(ticket.ref(), it, via))));
    return linked.isPresent();
  }

  private boolean isTold(Connection via, Occasion occasion) {
    return via.mode().isWriting() && rules.of(via.id()).occasions().contains(occasion);
  }

  /**
   * It was not this customer's session: takes the link back, and says so in the ticket if a note
   * told of it.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean undo(TicketRef ticket, Connection via) {
    var linked = links.of(ticket);
    if (linked.isPresent() && links.undo(ticket)) {
      var reference = linked.get().session().reference();
      outbox.accept(List.of(wording(via).takeBack(ticket, reference)));
    }
    return linked.isPresent();
  }

  /** Says, after the transaction has ended, that there may be something to do. */
  public void wake() {
    outbox.wake();
  }

  /** A ticket that was moved out of our sight has no session that we could tell. */
  private Optional<LinkedSession> match(Supplier<Ticket> ticket) {
    try {
      return matching.match(ticket.get());
    } catch (TicketMissing e) {
      return Optional.empty();
    }
  }

  private TicketAction note(TicketRef ticket, LinkedSession linked, Connection via) {
    var read = answers.of(linked.session());
    var note = wording(via).write(ticket, linked, read, live.of(ticket));
    links.noted(linked.session().id(), ticket, note.key());
    return note;
  }

  private static HandoverNote wording(Connection via) {
    return new HandoverNote(via.noteLanguage(), ZoneId.systemDefault());
  }

  private boolean isThereHelp(Connection via) {
    return sites.anyLeadsTo(via.id());
  }
}
