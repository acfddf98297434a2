package org.svarbar.helpdesk.generic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.Helpdesk;
import org.svarbar.helpdesk.HelpdeskCalls;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.Probe;
import org.svarbar.helpdesk.SignatureScheme;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.helpdesk.generic.GenericTicket.IncompleteTicket;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.OutboundReply;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketRef;

/** Whoever keeps to `docs/helpdesks/generic.md`. */
@ApplicationScoped
class Generic implements Helpdesk {

  private static final int LONGEST_ID = 100;

  @Inject OutboundHttp http;
  @Inject Clock clock;

  @Override
  public String kind() {
    return "generic";
  }

  @Override
  public SignatureScheme signature(Connection via) {
    return new SignatureScheme.StandardWebhooks();
  }

  @Override
  public Optional<TicketEvent> read(WebhookRequest request, Connection via) {
    return new GenericEvents(via).read(request.text());
  }

  /**
   * Without a base address there is nothing to read, so every ticket is missing: the event's
   * snapshot is all there is.
   */
  @Override
  public Ticket fetch(TicketRef ticket, Connection via) {
    return find(ticket, via).orElseThrow(() -> new TicketMissing(ticket));
  }

  private Optional<Ticket> find(TicketRef ticket, Connection via) {
    if (via.baseUrl().isEmpty()) {
      return Optional.empty();
    }
    try {
      return api(via).ticket(ticket.id()).map(fields -> GenericTicket.ticket(fields, via));
    } catch (IncompleteTicket e) {
      throw new HelpdeskUnavailable(
          "in the helpdesk's answer about " + ticket + " " + e.getMessage(), Optional.empty(), e);
    }
  }

  @Override
  public Performed perform(TicketAction action, boolean again, Connection via) {
    if (via.baseUrl().isEmpty()) {
      return new Performed.Refused("the connection has no address of a helpdesk to write to");
    }
    if (action instanceof TicketAction.OpenTicket open) {
      return open(open, again, via);
    }
    if (again && isMessage(action) && isThere(action, via)) {
      return new Performed.DoneBefore();
    }
    return outcome(api(via).write(action));
  }

  private Performed open(TicketAction.OpenTicket open, boolean again, Connection via) {
    var there = again ? opened(open.key(), via) : Optional.<Fields>empty();
    if (there.isPresent()) {
      return opened(there.get());
    }
    var reply = api(via).write(open);
    return reply.isSuccess() ? opened(answered(reply)) : outcome(reply);
  }

  /** Whoever has no such list answers with all tickets, or 404 or 501. */
  private Optional<Fields> opened(String key, Connection via) {
    return api(via).opened(key).stream()
        .flatMap(found -> found.objects("tickets").stream())
        .filter(ticket -> ticket.text("key").filter(key::equals).isPresent())
        .findFirst();
  }

  private static Performed opened(Fields ticket) {
    var id = ticket.text("id").filter(it -> !it.isBlank() && it.length() <= LONGEST_ID);
    return id.<Performed>map(it -> new Performed.Opened(it, ticket.text("number").orElse(it)))
        .orElseGet(() -> new Performed.Refused("the helpdesk did not say which ticket it opened"));
  }

  private static Fields answered(OutboundReply reply) {
    try {
      return Fields.of(reply.text());
    } catch (Json.UnreadableJson e) {
      return Fields.of("{}");
    }
  }

  private static boolean isMessage(TicketAction action) {
    return action instanceof TicketAction.AddInternalNote
        || action instanceof TicketAction.SendReply;
  }

  private boolean isThere(TicketAction action, Connection via) {
    var marker = TicketAction.marker(action.key());
    return find(action.ticket(), via).stream()
        .flatMap(ticket -> ticket.messages().stream())
        .anyMatch(message -> message.body().contains(marker));
  }

  private static Performed outcome(OutboundReply reply) {
    if (reply.isSuccess()) {
      return new Performed.Done(id(reply));
    }
    return switch (reply.status()) {
      case HelpdeskCalls.NOT_IMPLEMENTED ->
          new Performed.NotSupported("the helpdesk has nothing of the kind (HTTP 501)");
      case 404 -> new Performed.Refused("the helpdesk has no such ticket (HTTP 404)");
      case 409 -> new Performed.Refused("something of a person's is in the way (HTTP 409)");
      default -> new Performed.Refused("the helpdesk said no (" + reply + ")");
    };
  }

  /** What was made, if the answer says it: it need not. */
  private static String id(OutboundReply reply) {
    try {
      return reply.text().isBlank() ? "" : Fields.of(reply.text()).text("id").orElse("");
    } catch (Json.UnreadableJson e) {
      return "";
    }
  }

  @Override
  public boolean keepsDrafts() {
    return true;
  }

  @Override
  public boolean opensTickets() {
    return true;
  }

  @Override
  public Stream<ChangedTicket> changedSince(Instant since, Connection via) {
    return via.baseUrl().isEmpty()
        ? Stream.empty()
        : api(via).changedSince(since).map(ticket -> changed(ticket, since, via)).distinct();
  }

  /** Whoever does not say when it changed has it looked at each time. */
  private static ChangedTicket changed(Fields ticket, Instant since, Connection via) {
    return new ChangedTicket(
        GenericTicket.ref(ticket, via), ticket.instant("changedAt").orElse(since));
  }

  @Override
  public Probe probe(Connection via) {
    if (via.baseUrl().isEmpty()) {
      return new Probe.Fails("The connection has no address of a helpdesk: it only listens.");
    }
    try {
      return api(via)
          .ping()
          .<Probe>map(
              pong ->
                  new Probe.Works(pong.text("account").orElse(""), pong.text("version").orElse("")))
          .orElseGet(
              () -> new Probe.Fails("Nobody answers to " + via.at("ping") + " (HTTP 404 or 501)."));
    } catch (HelpdeskUnavailable e) {
      return new Probe.Fails(e.getMessage());
    }
  }

  private GenericApi api(Connection via) {
    return new GenericApi(http, clock, via);
  }
}
