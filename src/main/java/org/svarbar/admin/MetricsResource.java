package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.intake.Deliveries;
import org.svarbar.notice.Notices;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.DueRows.Waiting;
import org.svarbar.platform.Measures;
import org.svarbar.platform.Measures.Reading;

/** What this server measures, for programs that watch it. */
@Path("api/metrics")
@ApplicationScoped
public class MetricsResource {

  private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=UTF-8";

  @Inject Measures measures;
  @Inject Deliveries deliveries;
  @Inject Actions actions;
  @Inject Notices notices;
  @Inject Clock clock;

  @GET
  @Operation(
      summary = "Counts and times of this server, in Prometheus' text form",
      description = "What waits is read from the database, so every node says the same of it.")
  public Response metrics() {
    var counts = new ArrayList<Reading>();
    var ages = new ArrayList<Reading>();
    add("deliveries", deliveries.waiting(), counts, ages);
    add("actions", actions.waiting(), counts, ages);
    add("notices", notices.waiting(), counts, ages);
    measures.read(
        "svarbar.work", "Deliveries, actions and notices that are open or were given up", counts);
    measures.read(
        "svarbar.work.oldest.seconds", "For how long the oldest of them has been there", ages);
    return Response.ok(measures.text(), PROMETHEUS).build();
  }

  private void add(String queue, List<Waiting> waiting, List<Reading> counts, List<Reading> ages) {
    var now = clock.instant();
    for (var each : waiting) {
      var state = each.state().name().toLowerCase(Locale.ROOT);
      String[] labels = {"queue", queue, "connection", each.connection(), "state", state};
      counts.add(new Reading(each.count(), labels));
      ages.add(new Reading(Duration.between(each.since(), now).toMillis() / 1000.0, labels));
    }
  }
}
