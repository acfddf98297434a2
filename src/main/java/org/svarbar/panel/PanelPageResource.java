package org.svarbar.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.access.TicketPass;
import org.svarbar.access.TicketPasses;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.ticket.TicketRef;

/**
 * The panel's page, which says nothing of its ticket, and the exchange of the pass that it was
 * opened with for one that lives as long as the page.
 */
@Path("panel/{connection}/{ticket}")
@RequestScoped
public class PanelPageResource {

  @Inject PanelPages pages;
  @Inject Connections connections;
  @Inject TicketPasses passes;
  @Inject HelpdeskPasses helpdeskPasses;
  @Inject PanelSettings settings;
  @Inject Clock clock;

  @GET
  @Produces("text/html;charset=UTF-8")
  @Operation(hidden = true)
  public String page(
      @PathParam("connection") String connection, @PathParam("ticket") String ticket) {
    return pages.html("shell", new TicketRef(via(connection).id(), ticket), Map.of());
  }

  @POST
  @Path("session")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public Response begin(
      @PathParam("connection") String connection,
      @PathParam("ticket") String id,
      @FormParam("pass") String text) {
    var via = via(connection);
    var ticket = new TicketRef(via.id(), id);
    return pass(Objects.requireNonNullElse(text, ""), ticket, via)
        .map(
            pass ->
                new TicketPass(
                    ticket, pass.agent(), clock.instant().plus(settings.sessionValidFor())))
        .map(session -> Response.ok(passes.write(session, TicketPasses.Use.SESSION)))
        .orElseGet(() -> Response.status(401))
        .build();
  }

  private Optional<TicketPass> pass(String text, TicketRef ticket, Connection via) {
    return helpdeskPasses
        .read(text, ticket, via)
        .or(() -> passes.read(text, TicketPasses.Use.LINK))
        .filter(pass -> pass.ticket().equals(ticket));
  }

  private Connection via(String id) {
    return connections.named(id).orElseThrow(NotFoundException::new);
  }
}
