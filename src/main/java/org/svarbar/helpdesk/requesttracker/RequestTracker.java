package org.svarbar.helpdesk.requesttracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

/** Request Tracker, by our extension and its REST 2.0 interface. */
@ApplicationScoped
class RequestTracker implements Helpdesk {

  private static final SignatureScheme SIGNATURE =
      new SignatureScheme.TimestampedHmac(
          "x-rt-signature",
          "x-rt-timestamp",
          SignatureScheme.Timestamp.UNIX_SECONDS,
          SignatureScheme.Joined.TIMESTAMP_DOT_BODY,
          SignatureScheme.Algorithm.SHA256,
          SignatureScheme.Encoding.HEX,
          "sha256=");

  @Inject OutboundHttp http;
  @Inject Clock clock;

  @Override
  public String kind() {
    return "request-tracker";
  }

  @Override
  public SignatureScheme signature(Connection via) {
    return SIGNATURE;
  }

  @Override
  public Optional<TicketEvent> read(WebhookRequest request, Connection via) {
    return new RequestTrackerEvents(via.id(), account(via)).read(request);
  }

  @Override
  public Ticket fetch(TicketRef ref, Connection via) {
    if (!isNumber(ref.id())) {
      throw new TicketMissing(ref);
    }
    return reading(via)
        .ticket(ref.id())
        .orElseThrow(() -> new TicketMissing(ref))
        .translated(ref, via);
  }

  @Override
  public List<Ticket> fetchAll(List<TicketRef> tickets, Connection via) {
    var numbers = tickets.stream().map(TicketRef::id).filter(RequestTracker::isNumber).toList();
    if (numbers.isEmpty()) {
      return List.of();
    }
    var found = reading(via).tickets(numbers);
    return tickets.stream()
        .filter(ref -> found.containsKey(ref.id()))
        .map(ref -> found.get(ref.id()).translated(ref, via))
        .toList();
  }

  @Override
  public Performed perform(TicketAction action, boolean again, Connection via) {
    if (via.baseUrl().isEmpty()) {
      return new Performed.Refused("the connection has no address of an RT to write to");
    }
    return new RequestTrackerActions(api(via), reading(via)).perform(action, again);
  }

  @Override
  public boolean keepsDrafts() {
    return false;
  }

  @Override
  public boolean opensTickets() {
    return true;
  }

  @Override
  public Stream<ChangedTicket> changedSince(Instant since, Connection via) {
    return via.baseUrl().isEmpty()
        ? Stream.empty()
        : new RequestTrackerChanges(api(via)).since(since, via.id());
  }

  @Override
  public Probe probe(Connection via) {
    try {
      return new RequestTrackerProbe(api(via), account(via), via.groups()).run();
    } catch (HelpdeskUnavailable e) {
      return new Probe.Fails(e.getMessage());
    }
  }

  /** Whether RT may have a ticket of this name; nothing else goes into a search. */
  static boolean isNumber(String id) {
    return id.matches("[0-9]{1,18}");
  }

  private RequestTrackerReading reading(Connection via) {
    return new RequestTrackerReading(api(via), account(via));
  }

  private RequestTrackerApi api(Connection via) {
    if (via.baseUrl().isEmpty()) {
      throw new HelpdeskUnavailable("the connection has no address of an RT", Optional.empty());
    }
    return new RequestTrackerApi(http, clock, via);
  }

  /** Our instructions and the extension call it `svarbar` where nobody says otherwise. */
  private static String account(Connection via) {
    return via.account().isBlank() ? "svarbar" : via.account().strip();
  }
}
