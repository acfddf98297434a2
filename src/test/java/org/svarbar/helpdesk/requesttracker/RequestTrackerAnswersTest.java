package org.svarbar.helpdesk.requesttracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Probe;
import org.svarbar.platform.AllowedHosts;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketRef;

/** What RT 5.0.3 really answered, word for word. */
class RequestTrackerAnswersTest {

  private FakeHelpdesk desk;
  private RequestTracker adapter;
  private Connection via;

  @BeforeEach
  void connect() {
    desk =
        FakeHelpdesk.start()
            .on("GET", "/REST/2.0/rt", it -> recorded("rt"))
            .on("GET", "/REST/2.0/tickets", it -> recorded("tickets"))
            .on("GET", "/REST/2.0/ticket/1/history", it -> recorded("history"))
            .on("GET", "/REST/2.0/ticket/1/attachments", it -> recorded("attachments"))
            .on("GET", "/REST/2.0/user/eva@kund.example", it -> recorded("user-colleague"))
            .on("GET", "/REST/2.0/user/svarbar", it -> recorded("user-ourselves"))
            .on("GET", "/REST/2.0/queues/all", it -> recorded("queues"));
    adapter = new RequestTracker();
    adapter.clock = Clock.systemUTC();
    adapter.http =
        OutboundHttp.of(
            AllowedHosts.of(desk.base().toString()), Duration.ofSeconds(2), Duration.ofSeconds(5));
    via =
        new Connection(
            new ConnectionId("rt"),
            "request-tracker",
            "RT",
            Optional.of(desk.base()),
            "",
            "1-35-the-token",
            List.of(),
            Set.of("Kundservice"),
            Locale.of("sv"),
            Connection.Mode.NOTE);
  }

  @AfterEach
  void disconnect() {
    desk.close();
  }

  @Test
  void readsATicket() {
    var ticket = adapter.fetch(new TicketRef(via.id(), "1"), via);

    assertThat(ticket.subject()).isEqualTo("Faktura saknas för oktober");
    assertThat(ticket.status()).isEqualTo("resolved");
    assertThat(ticket.group()).contains("Kundservice");
    assertThat(ticket.requester())
        .isEqualTo(new Person("bjorn@kund.example", "Björn Åkesson", "bjorn@kund.example"));
    assertThat(ticket.url()).contains(via.at("Ticket/Display.html?id=1"));
    assertThat(ticket.messages())
        .extracting(Message::id, Message::author, Message::internal, Message::html)
        .containsExactly(
            tuple("46", Author.REQUESTER, false, false),
            tuple("48", Author.REQUESTER, false, false),
            tuple("51", Author.REQUESTER, false, true),
            tuple("53", Author.AGENT, true, true),
            tuple("54", Author.AGENT, false, false),
            tuple("56", Author.SVARBAR, true, true),
            tuple("57", Author.SVARBAR, false, true));
    var opening = ticket.messages().getFirst();
    assertThat(opening.body())
        .isEqualTo(
            "Hej, jag har inte fått min faktura för oktober på 1 249 €. ÅÄÖ!\nKundnummer 12345.");
    assertThat(opening.createdAt()).isEqualTo(Instant.parse("2026-11-22T05:31:22Z"));
  }

  @Test
  void probesTheWayOut() {
    assertThat(adapter.probe(via)).isEqualTo(new Probe.Works("svarbar", "5.0.3+dfsg-3~deb12u6"));
  }

  private static Reply recorded(String name) {
    var path = "/helpdesk/request-tracker/api-" + name + ".json";
    try (var file = RequestTrackerAnswersTest.class.getResourceAsStream(path)) {
      return Reply.json(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
