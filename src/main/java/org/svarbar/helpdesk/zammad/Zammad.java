package org.svarbar.helpdesk.zammad;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Helpdesk;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.Probe;
import org.svarbar.helpdesk.SignatureScheme;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketRef;

/** Zammad, by its webhooks and its REST API. */
@ApplicationScoped
class Zammad implements Helpdesk {

  private static final SignatureScheme SIGNATURE =
      new SignatureScheme.Hmac(
          "x-hub-signature", SignatureScheme.Algorithm.SHA1, SignatureScheme.Encoding.HEX, "sha1=");

  @Inject OutboundHttp http;
  @Inject Clock clock;

  @Override
  public String kind() {
    return "zammad";
  }

  @Override
  public SignatureScheme signature(Connection via) {
    return SIGNATURE;
  }

  @Override
  public Optional<TicketEvent> read(WebhookRequest request, Connection via) {
    return new ZammadEvents(via).read(request);
  }

  @Override
  public Ticket fetch(TicketRef ref, Connection via) {
    var api = api(via);
    var ticket = api.ticket(ref.id()).orElseThrow(() -> new TicketMissing(ref));
    var articles = api.articles(ref.id()).orElseThrow(() -> new TicketMissing(ref));
    var customer = ticket.text("customer_id").flatMap(api::user);
    return new ZammadTicket(ticket, articles, customer).translated(ref, via);
  }

  @Override
  public Performed perform(TicketAction action, boolean again, Connection via) {
    if (via.baseUrl().isEmpty()) {
      return new Performed.Refused("the connection has no address of a Zammad to write to");
    }
    return new ZammadActions(api(via)).perform(action, again);
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
        : new ZammadChanges(api(via)).since(since, via.id());
  }

  @Override
  public Probe probe(Connection via) {
    try {
      return api(via)
          .me()
          .<Probe>map(me -> new Probe.Works(me.text("login").orElse(""), ""))
          .orElseGet(() -> new Probe.Fails("There is no Zammad at " + via.base() + " (HTTP 404)."));
    } catch (HelpdeskUnavailable e) {
      return new Probe.Fails(e.getMessage());
    }
  }

  private ZammadApi api(Connection via) {
    if (via.baseUrl().isEmpty()) {
      throw new HelpdeskUnavailable("the connection has no address of a Zammad", Optional.empty());
    }
    return new ZammadApi(http, clock, via);
  }
}
