package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import org.svarbar.helpdesk.Connections;
import org.svarbar.insight.Insight;

/** How well it goes: what came, what was found, what was right, what is missing. */
@Path("console/insight")
@RequestScoped
public class InsightResource {

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject Insight insight;
  @Inject Clock clock;

  @GET
  public Response show(
      @QueryParam("days") int days,
      @QueryParam("connection") @DefaultValue("") String connection,
      @QueryParam("group") @DefaultValue("") String group,
      @QueryParam("language") @DefaultValue("") String language) {
    var choice = InsightChoice.of(days, connection, group, language);
    var everything = InsightChoice.of(choice.days(), "", "", "").figures(clock.instant());
    var figures = insight.of(choice.figures(clock.instant()), choice.step());
    var values =
        Map.<String, Object>of(
            "choice",
            choice,
            "connections",
            connections.all(),
            "groups",
            insight.groups(everything),
            "figures",
            figures,
            "drawing",
            new VolumeDrawing(figures.steps()));
    return Response.ok(pages.html("insight", values), "text/html;charset=UTF-8").build();
  }

  @GET
  @Path("figures.csv")
  public Response file(
      @QueryParam("days") int days,
      @QueryParam("connection") @DefaultValue("") String connection,
      @QueryParam("group") @DefaultValue("") String group,
      @QueryParam("language") @DefaultValue("") String language) {
    var choice = InsightChoice.of(days, connection, group, language);
    var figures = insight.of(choice.figures(clock.instant()), choice.step());
    return Response.ok(InsightTable.of(figures), "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=insight.csv")
        .build();
  }
}
