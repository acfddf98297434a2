package org.svarbar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketRef;

class UntoldChangeTest {

  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
  private static final ConnectionId CONNECTION = new ConnectionId("desk");
  private static final TicketRef REF = new TicketRef(CONNECTION, "4711");

  private final UntoldChange untold = new UntoldChange(new ChangedTicket(REF, AT));

  @Test
  void isReadAsItWasKept() {
    assertThat(UntoldChange.of(kept(untold.headers()), CONNECTION)).contains(untold);
  }

  @Test
  void isNotWhatAWebhookCanBring() {
    var brought = kept(untold.headers());

    assertThat(UntoldChange.of(kept(KeptHeaders.of(brought)), CONNECTION)).isEmpty();
  }

  @Test
  void isAnotherWhenTheTicketChangesAgain() {
    var later = new UntoldChange(new ChangedTicket(REF, AT.plusSeconds(1)));

    assertThat(later.contentKey()).isNotEqualTo(untold.contentKey()).hasSize(64);
    assertThat(new UntoldChange(new ChangedTicket(REF, AT)).contentKey())
        .isEqualTo(untold.contentKey());
  }

  @Test
  void isToldByWhoWroteLast() {
    assertThat(event(Author.REQUESTER))
        .contains(new TicketEvent.TicketOpened(REF, Optional.of("0"), AT));
    assertThat(event(Author.REQUESTER, Author.SYSTEM))
        .contains(new TicketEvent.TicketOpened(REF, Optional.of("0"), AT));
    assertThat(event(Author.REQUESTER, Author.AGENT, Author.REQUESTER))
        .contains(new TicketEvent.RequesterReplied(REF, Optional.of("2"), AT));
    assertThat(event(Author.REQUESTER, Author.AGENT))
        .contains(new TicketEvent.AgentReplied(REF, Optional.of("1"), AT));
    assertThat(event(Author.REQUESTER, Author.SVARBAR)).isEmpty();
    assertThat(event()).isEmpty();
  }

  @Test
  void doesNotLookAtWhatOnlyAgentsSee() {
    var note = message(1, Author.AGENT, true);

    assertThat(untold.event(ticket(List.of(message(0, Author.REQUESTER, false), note))))
        .contains(new TicketEvent.TicketOpened(REF, Optional.of("0"), AT));
  }

  private WebhookRequest kept(Map<String, String> headers) {
    var all = new java.util.HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new WebhookRequest(all, untold.body());
  }

  private Optional<TicketEvent> event(Author... authors) {
    var messages =
        IntStream.range(0, authors.length)
            .mapToObj(place -> message(place, authors[place], false))
            .toList();
    return untold.event(ticket(messages));
  }

  private static Ticket ticket(List<Message> messages) {
    return new Ticket(
        REF,
        "Subject",
        Optional.empty(),
        "open",
        new Person("", "", ""),
        Optional.empty(),
        Optional.empty(),
        messages);
  }

  private static Message message(int id, Author author, boolean internal) {
    return new Message(
        String.valueOf(id), new Person("", "", ""), author, "text", false, internal, AT);
  }
}
