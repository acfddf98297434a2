package org.svarbar.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.access.AgentPass;
import org.svarbar.access.AgentPasses;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Templates;

/**
 * Gives somebody who has logged in a pass for their helpdesk's frame. The frame has no cookie of
 * ours; the window that it opened has, and hands the pass to it alone.
 */
@Path("panel/agent")
@RequestScoped
public class AgentResource {

  @Inject HttpServletRequest request;
  @Inject PanelPages pages;
  @Inject Connections connections;
  @Inject AgentPasses agents;
  @Inject PanelSettings settings;
  @Inject Clock clock;

  @GET
  @Produces("text/html;charset=UTF-8")
  @Operation(hidden = true)
  public String page(
      @QueryParam("connection") @DefaultValue("") String connection,
      @Context HttpServletResponse response) {
    var via = connections.named(connection).orElseThrow(NotFoundException::new);
    var agent = request.getUserPrincipal().getName();
    var until = clock.instant().plus(settings.sessionValidFor());
    var pass = agents.write(new AgentPass(via.id(), agent, until));
    // the window that opened this one stands in a page of the helpdesk, and must be reached
    response.setHeader("Cross-Origin-Opener-Policy", "unsafe-none");
    return Templates.render("panel/agent.jte", Map.of("page", pages.frame(via.id(), "", pass)));
  }
}
