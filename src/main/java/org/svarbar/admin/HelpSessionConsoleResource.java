package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.svarbar.helpdesk.Connections;
import org.svarbar.selfservice.Handovers;
import org.svarbar.selfservice.HelpSession;
import org.svarbar.selfservice.HelpSessions;
import org.svarbar.selfservice.SessionErasure;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** One customer's session: what happened, which tickets it led to, and taking that back. */
@Path("console/help-sites/{id: (?!new$)[a-z0-9-]+}/sessions/{reference: SB-[A-Z0-9-]{14}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class HelpSessionConsoleResource {

  @Inject Pages pages;
  @Inject HelpSessions sessions;
  @Inject Handovers handovers;
  @Inject SessionErasure erasure;
  @Inject Connections connections;

  @PathParam("id")
  String id;

  @PathParam("reference")
  String reference;

  @GET
  public String show() {
    var session = session();
    return pages.html(
        "help-session",
        Map.of(
            "session",
            session,
            "told",
            handovers.told(session, pages.texts().locale()),
            "tickets",
            handovers.ticketsOf(session)));
  }

  /** It was not this customer's ticket. */
  @POST
  @Path("undo")
  public Response undo(
      @FormParam("connection") String connection, @FormParam("ticket") String ticket) {
    var session = session();
    var via =
        Optional.ofNullable(connection)
            .filter(ConnectionId::isValid)
            .flatMap(it -> connections.find(new ConnectionId(it)))
            .orElseThrow(NotFoundException::new);
    var ref = new TicketRef(via.id(), ticket);
    if (handovers.ticketsOf(session).stream().noneMatch(it -> it.ticket().equals(ref))) {
      throw new NotFoundException();
    }
    handovers.undo(ref, via);
    handovers.wake();
    return Response.seeOther(at(id, reference, "session-undone")).build();
  }

  @POST
  @Path("erase")
  public Response erase() {
    erasure.session(session().reference());
    return Response.seeOther(HelpSitesConsoleResource.at(id, "session-erased")).build();
  }

  static URI at(String site, String reference, String done) {
    var query = done.isEmpty() ? "" : "?done=" + done;
    return URI.create("console/help-sites/" + site + "/sessions/" + reference + query);
  }

  private HelpSession session() {
    return sessions
        .find(reference)
        .filter(found -> found.siteId().equals(id))
        .orElseThrow(NotFoundException::new);
  }
}
