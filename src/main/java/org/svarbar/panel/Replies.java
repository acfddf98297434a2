package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.svarbar.assist.AnswerReply;
import org.svarbar.assist.Modes;
import org.svarbar.assist.Offer;
import org.svarbar.assist.Offers;
import org.svarbar.helpdesk.Connections;
import org.svarbar.knowledge.Asker;
import org.svarbar.knowledge.Brands;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.selfservice.Handovers;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

/** Words replies for agents to change and use. */
@ApplicationScoped
class Replies {

  @Inject Offers offers;
  @Inject FaqEntries entries;
  @Inject Brands brands;
  @Inject Handovers handovers;
  @Inject TicketReading reading;
  @Inject Connections connections;
  @Inject Modes modes;

  /**
   * A reply as plain text, in the customer's language, with their name where the helpdesk tells it.
   *
   * @return empty: there is no such entry that may be sent under the name that the customer asked
   */
  Optional<String> to(TicketRef ticket, String messageId, long entryId) {
    var offer = offers.find(ticket, messageId);
    return entries
        .find(entryId)
        .filter(entry -> entry.isPublic() && !entry.isRetired())
        .filter(entry -> !hiddenFrom(ticket).contains(entry.source()))
        .map(entry -> worded(ticket, offer, entry));
  }

  private Set<String> hiddenFrom(TicketRef ticket) {
    return brands.hiddenFrom(Asker.ofConnection(ticket.connection().value()));
  }

  private String worded(TicketRef ticket, Optional<Offer> offer, FaqEntry entry) {
    var language = offer.map(Offer::language).orElse(entry.language());
    return new AnswerReply(language, signature(ticket, offer))
        .draft(
            reading.find(ticket).map(Ticket::requester).orElse(Person.UNKNOWN),
            Suggestion.of(entry, "", List.of(), 0),
            handovers.tried(ticket),
            "")
        .text();
  }

  private String signature(TicketRef ticket, Optional<Offer> offer) {
    return connections
        .find(ticket.connection())
        .map(via -> modes.of(via, offer.flatMap(Offer::group)).rules().signature())
        .orElse("");
  }
}
