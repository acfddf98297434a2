package org.svarbar.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.access.AgentPass;
import org.svarbar.access.AgentPasses;
import org.svarbar.access.TicketPass;
import org.svarbar.access.TicketPasses;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Templates;
import org.svarbar.ticket.TicketRef;

/**
 * What a helpdesk frames that knows only one address for all its tickets. The page around says
 * which ticket it is; who asks is what the helpdesk signs, or a log-in, never what that page says.
 */
@Path("frames/{connection}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class FrameResource {

  private static final String CHATWOOT = "chatwoot";
  private static final String ZENDESK = "zendesk";
  private static final int LONGEST_ID = 100;

  /** The page opens the panel at once. */
  private static final Duration VALID_FOR = Duration.ofMinutes(2);

  @Inject PanelPages pages;
  @Inject Connections connections;
  @Inject AgentPasses agents;
  @Inject TicketPasses tickets;
  @Inject ZendeskApps zendeskApps;
  @Inject PanelSettings settings;
  @Inject Clock clock;

  /** A dashboard app of Chatwoot. */
  @GET
  @Path(CHATWOOT)
  @Operation(hidden = true)
  public String chatwoot(@PathParam("connection") String connection) {
    return page(via(connection), CHATWOOT, "");
  }

  /** A sidebar app of Zendesk whose request was not signed. */
  @GET
  @Path(ZENDESK)
  @Operation(hidden = true)
  public String zendesk(@PathParam("connection") String connection) {
    return page(via(connection), ZENDESK, "");
  }

  /** The same, with a token that says which agent opened it. */
  @POST
  @Path(ZENDESK)
  @Operation(hidden = true)
  public Response zendesk(
      @PathParam("connection") String connection,
      @FormParam("token") @DefaultValue("") String token) {
    var via = via(connection);
    var pass =
        zendeskApps
            .of(via.id())
            .flatMap(app -> app.agent(token, clock.instant()))
            .map(agent -> agentPass(via, agent));
    return Response.status(pass.isPresent() ? 200 : 401)
        .entity(page(via, ZENDESK, pass.orElse("")))
        .build();
  }

  /** A pass for one ticket, for an agent who has one for all. */
  @POST
  @Path("pass")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public Response pass(
      @PathParam("connection") String connection,
      @HeaderParam(PanelGate.HEADER) @DefaultValue("") String agent,
      @FormParam("ticket") @DefaultValue("") String ticket) {
    var via = via(connection);
    return agents
        .read(agent)
        .filter(pass -> pass.connection().equals(via.id()))
        .filter(pass -> !ticket.isBlank() && ticket.length() <= LONGEST_ID)
        .map(pass -> Response.ok(ticketPass(new TicketRef(via.id(), ticket), pass)))
        .orElseGet(() -> Response.status(401))
        .build();
  }

  private String agentPass(Connection via, String agent) {
    var until = clock.instant().plus(settings.sessionValidFor());
    return agents.write(new AgentPass(via.id(), agent, until));
  }

  private String ticketPass(TicketRef ticket, AgentPass agent) {
    var until = clock.instant().plus(VALID_FOR);
    return tickets.write(new TicketPass(ticket, agent.agent(), until), TicketPasses.Use.LINK);
  }

  private String page(Connection via, String host, String pass) {
    return Templates.render("panel/frame.jte", Map.of("page", pages.frame(via.id(), host, pass)));
  }

  private Connection via(String name) {
    Optional<Connection> via = connections.named(name);
    return via.orElseThrow(NotFoundException::new);
  }
}
