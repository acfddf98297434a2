package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.svarbar.helpdesk.Connections;
import org.svarbar.intake.Deliveries;
import org.svarbar.intake.ReceivedDelivery;
import org.svarbar.outbox.AcceptedAction;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.WorkFilter;
import org.svarbar.ticket.TicketRef;

/** Webhooks as they came in, and what became of each. */
@Path("console/deliveries")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class DeliveriesResource {

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject Deliveries deliveries;
  @Inject Actions actions;

  @GET
  public String list(
      @QueryParam("connection") @DefaultValue("") String connection,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("until") @DefaultValue("") String until,
      @QueryParam("page") int page) {
    var choice = WorkChoice.of(connection, state, from, until, connections.all());
    var shown = Math.clamp(page, 0, Integer.MAX_VALUE / WorkFilter.PAGE);
    var total = deliveries.count(choice.filter());
    return pages.html(
        "deliveries",
        Map.of(
            "choice",
            choice,
            "deliveries",
            deliveries.page(choice.filter(), shown),
            "total",
            total,
            "ended",
            deliveries.ended(choice.filter()),
            "paging",
            Paging.of(shown, total, WorkFilter.PAGE, choice.query())));
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public String show(@PathParam("id") long id) {
    var delivery = deliveries.find(id).orElseThrow(NotFoundException::new);
    var onTicket = actions(delivery);
    return pages.html(
        "delivery",
        Map.of(
            "delivery",
            delivery,
            "actions",
            onTicket,
            "steps",
            Step.of(delivery, onTicket),
            "payload",
            deliveries.redactedPayload(id).orElse("")));
  }

  @POST
  @Path("{id: [0-9]{1,18}}/replay")
  public Response replay(@PathParam("id") long id) {
    if (!deliveries.replay(id)) {
      throw new NotFoundException();
    }
    return Response.seeOther(URI.create("console/deliveries/" + id + "?done=replayed")).build();
  }

  /** Works again on what a list shows, if it is still as many as its reader saw. */
  @POST
  @Path("replay/{count: [0-9]{1,4}}/{connection}/{state}/{from}/{until}")
  public Response replayAll(
      @PathParam("count") int count,
      @PathParam("connection") String connection,
      @PathParam("state") String state,
      @PathParam("from") String from,
      @PathParam("until") String until) {
    var choice = WorkChoice.of(connection, state, from, until, connections.all());
    if (!choice.path().equals(String.join("/", connection, state, from, until))) {
      throw new NotFoundException();
    }
    var done = deliveries.replay(choice.filter(), count) ? "replayed-range" : "replay-changed";
    return Response.seeOther(URI.create("console/deliveries" + choice.query() + "&done=" + done))
        .build();
  }

  private List<AcceptedAction> actions(ReceivedDelivery delivery) {
    return delivery
        .ticketId()
        .filter(ticket -> !ticket.isEmpty())
        .map(ticket -> actions.on(new TicketRef(delivery.connection(), ticket)))
        .orElse(List.of());
  }
}
