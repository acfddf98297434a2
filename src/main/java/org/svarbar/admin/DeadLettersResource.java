package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.svarbar.helpdesk.Connections;
import org.svarbar.intake.Deliveries;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.Attempts.State;
import org.svarbar.platform.WorkFilter;

/** What was given up, in and out, and trying it again. */
@Path("console/dead-letters")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class DeadLettersResource {

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject Deliveries deliveries;
  @Inject Actions actions;

  @GET
  public String list(
      @QueryParam("connection") @DefaultValue("") String connection, @QueryParam("page") int page) {
    var choice = dead(connection);
    var filter = choice.filter();
    var shown = Math.clamp(page, 0, Integer.MAX_VALUE / WorkFilter.PAGE);
    var deadDeliveries = deliveries.count(filter);
    var deadActions = actions.count(filter);
    return pages.html(
        "dead-letters",
        Map.of(
            "choice",
            choice,
            "deliveries",
            deliveries.page(filter, shown),
            "actions",
            actions.page(filter, shown),
            "total",
            deadDeliveries + deadActions,
            "paging",
            Paging.of(
                shown, Math.max(deadDeliveries, deadActions), WorkFilter.PAGE, query(choice))));
  }

  @POST
  @Path("replay-all")
  public Response replayAll(@FormParam("connection") @DefaultValue("") String connection) {
    var filter = dead(connection).filter();
    deliveries.replayDead(filter);
    actions.replayDead(filter);
    return back("replayed-all");
  }

  @POST
  @Path("deliveries/{id: [0-9]{1,18}}/replay")
  public Response replayDelivery(@PathParam("id") long id) {
    return answer(deliveries.replay(id));
  }

  @POST
  @Path("actions/{id: [0-9]{1,18}}/replay")
  public Response replayAction(@PathParam("id") long id) {
    return answer(actions.replay(id));
  }

  private static Response answer(boolean found) {
    if (!found) {
      throw new NotFoundException();
    }
    return back("replayed");
  }

  private WorkChoice dead(String connection) {
    return WorkChoice.of(connection, WorkChoice.word(State.DEAD), connections.all());
  }

  private static String query(WorkChoice choice) {
    return "?" + choice.connection().map(id -> "connection=" + id).orElse("");
  }

  private static Response back(String done) {
    return Response.seeOther(URI.create("console/dead-letters?done=" + done)).build();
  }
}
