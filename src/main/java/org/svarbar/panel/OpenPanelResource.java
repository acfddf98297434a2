package org.svarbar.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.access.TicketPass;
import org.svarbar.access.TicketPasses;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Assets;
import org.svarbar.platform.Templates;
import org.svarbar.ticket.TicketRef;

/** Opens the panel of any ticket for somebody who has logged in. */
@Path("panel/open")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class OpenPanelResource {

  /** The browser follows at once. */
  private static final Duration VALID_FOR = Duration.ofMinutes(2);

  private static final int LONGEST_ID = 100;

  @Inject HttpServletRequest request;
  @Inject PanelPages pages;
  @Inject Connections connections;
  @Inject TicketPasses passes;
  @Inject Assets assets;
  @Inject Clock clock;

  /** A form, or with `now` at once the ticket's panel: what a link in the helpdesk asks for. */
  @GET
  @Operation(hidden = true)
  public Response form(
      @QueryParam("connection") @DefaultValue("") String connection,
      @QueryParam("ticket") @DefaultValue("") String ticket,
      @QueryParam("now") boolean now) {
    return now ? open(connection, ticket) : Response.ok(html(connection, ticket, false)).build();
  }

  @POST
  @Operation(hidden = true)
  public Response open(
      @FormParam("connection") @DefaultValue("") String connection,
      @FormParam("ticket") @DefaultValue("") String typed) {
    var id = typed.strip().replaceFirst("^#", "");
    return connections
        .named(connection)
        .filter(via -> !id.isEmpty() && id.length() <= LONGEST_ID)
        .map(via -> opened(new TicketRef(via.id(), id)))
        .orElseGet(() -> Response.status(422).entity(html(connection, typed, true)).build());
  }

  private Response opened(TicketRef ticket) {
    var agent = request.getUserPrincipal().getName();
    var pass = new TicketPass(ticket, agent, clock.instant().plus(VALID_FOR));
    var address = PanelPages.path(ticket) + "#" + passes.write(pass, TicketPasses.Use.LINK);
    return Response.seeOther(URI.create(address.substring(1))).build();
  }

  private String html(String connection, String ticket, boolean wrong) {
    return Templates.render(
        "panel/open.jte",
        Map.of(
            "texts",
            pages.texts(),
            "style",
            pages.context() + "/" + assets.path("panel.css"),
            "action",
            pages.context() + "/panel/open",
            "connections",
            connections.all().stream().map(OpenPanelResource::choice).toList(),
            "connection",
            connection,
            "ticket",
            ticket,
            "wrong",
            wrong));
  }

  private static Choice choice(Connection connection) {
    return new Choice(connection.id().value(), connection.name());
  }

  /** One of the connections. */
  public record Choice(String id, String name) {}
}
