package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.intake.Deliveries;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.Json;
import org.svarbar.platform.Problem;
import org.svarbar.platform.WorkFilter;

/** Deliveries and actions for programs: to watch them, and to replay what was given up. */
@Path("api")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WorkApiResource {

  @Inject Deliveries deliveries;
  @Inject Actions actions;
  @Inject WorkRetention retention;

  /** One page, with how many there are in all. */
  public record PageView(long count, List<WorkView> items) {}

  @GET
  @Path("deliveries")
  @Operation(summary = "Received webhooks, the newest first, in pages of 50")
  public Response deliveries(
      @QueryParam("connection") String connection,
      @QueryParam("state") String state,
      @QueryParam("page") @DefaultValue("0") int page) {
    return filtered(
        connection,
        state,
        filter ->
            new PageView(
                deliveries.count(filter),
                deliveries.page(filter, page).stream().map(WorkView::of).toList()));
  }

  @GET
  @Path("actions")
  @Operation(summary = "What is or was done in helpdesks, the newest first, in pages of 50")
  public Response actions(
      @QueryParam("connection") String connection,
      @QueryParam("state") String state,
      @QueryParam("page") @DefaultValue("0") int page) {
    return filtered(
        connection,
        state,
        filter ->
            new PageView(
                actions.count(filter),
                actions.page(filter, page).stream().map(WorkView::of).toList()));
  }

  @POST
  @Path("deliveries/{id}/replay")
  @Operation(summary = "Works on a delivery again")
  public Response replayDelivery(@PathParam("id") long id) {
    return deliveries.replay(id) ? Response.noContent().build() : unknown();
  }

  @POST
  @Path("actions/{id}/replay")
  @Operation(summary = "Tries an action again that was given up")
  public Response replayAction(@PathParam("id") long id) {
    return actions.replay(id) ? Response.noContent().build() : unknown();
  }

  @POST
  @Path("deliveries/forget")
  @Operation(
      summary = "Deletes what deliveries and actions held that ended before a time, at once",
      description = "That they came, and how they ended, stays.")
  public Response forget(@QueryParam("endedBefore") @DefaultValue("") String endedBefore) {
    try {
      var forgotten = retention.forgetEndedBefore(Instant.parse(endedBefore));
      return Response.ok(
              Json.createObjectBuilder()
                  .add("deliveries", forgotten.deliveries())
                  .add("actions", forgotten.actions())
                  .build()
                  .toString())
          .build();
    } catch (DateTimeParseException e) {
      return Problem.of(400, "No time", "endedBefore is a time such as 2026-11-22T09:15:00Z.")
          .build();
    }
  }

  private static Response filtered(
      String connection, String state, java.util.function.Function<WorkFilter, PageView> page) {
    var wanted =
        Arrays.stream(Attempts.State.values())
            .filter(known -> known.name().equalsIgnoreCase(state))
            .findFirst();
    if (state != null && wanted.isEmpty()) {
      return Problem.of(400, "Unknown state", "state is open, done or dead").build();
    }
    var filter = new WorkFilter(Optional.ofNullable(connection), wanted);
    return Response.ok(Json.write(page.apply(filter))).build();
  }

  private static Response unknown() {
    return Problem.of(404, "Not there", "There is nothing of this number to replay.").build();
  }
}
