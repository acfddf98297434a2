package org.svarbar.triage;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.triage.Promise.Standing;

/** Promises over HTTP. */
@Path("api/triage/promises/{connection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage")
public class PromisesResource {

  private static final int LONGEST_GROUP = 200;

  @Inject Promises promises;

  /**
   * What is wanted.
   *
   * @param atLeast the share, such as 0.95
   */
  public record Wanted(double atLeast, Optional<String> group) {}

  /**
   * A promise as it is sent.
   *
   * @param state granted, refused or withdrawn
   * @param missing how many judged cases more it takes, where it is refused
   * @param threshold the least raw probability that it covers, where it is granted
   */
  public record View(
      String group,
      double atLeast,
      String state,
      int cases,
      int errors,
      double lowerBound,
      int missing,
      Double threshold,
      double shift,
      Instant decidedAt) {

    static View of(Promise promise) {
      var standing = promise.standing();
      return new View(
          promise.group(),
          promise.atLeast(),
          state(standing),
          standing.cases(),
          standing.errors(),
          standing.lowerBound(),
          standing instanceof Standing.Refused refused ? refused.missing() : 0,
          standing instanceof Standing.Granted granted ? granted.threshold() : null,
          promise.shift(),
          promise.decidedAt());
    }

    private static String state(Standing standing) {
      return switch (standing) {
        case Standing.Granted granted -> "granted";
        case Standing.Refused refused -> "refused";
        case Standing.Withdrawn withdrawn -> "withdrawn";
      };
    }
  }

  @GET
  @Operation(summary = "What is promised at a connection, and whether the evidence carries it")
  public Response all(@PathParam("connection") String connection) {
    return ConnectionId.isValid(connection)
        ? Response.ok(
                Json.write(
                    promises.of(new ConnectionId(connection)).stream().map(View::of).toList()))
            .build()
        : unknown();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Asks for a promise",
      description =
          "`{\"atLeast\": 0.95, \"group\": \"Support\"}`; without a group, for all that have none"
              + " of their own. The judged cases decide: granted when, with 95 % certainty, at"
              + " least that share is right; else refused, with how many judged cases are missing."
              + " Asked again, it is decided anew.")
  public Response ask(@PathParam("connection") String connection, String body) {
    if (!ConnectionId.isValid(connection)) {
      return unknown();
    }
    try {
      var wanted = Json.read(body, Wanted.class);
      var group = wanted.group().orElse("").strip();
      if (group.length() > LONGEST_GROUP) {
        return bad("group: longer than " + LONGEST_GROUP + " characters");
      }
      var promise = promises.promise(new ConnectionId(connection), group, wanted.atLeast());
      return Response.ok(Json.write(View.of(promise))).build();
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON object with atLeast and group");
    } catch (IllegalArgumentException e) {
      return bad(e.getMessage());
    }
  }

  @DELETE
  @Operation(summary = "Takes a promise back; without a group, that for all")
  public Response take(
      @PathParam("connection") String connection,
      @QueryParam("group") @DefaultValue("") String group) {
    if (!ConnectionId.isValid(connection)) {
      return unknown();
    }
    promises.take(new ConnectionId(connection), group);
    return Response.noContent().build();
  }

  private static Response unknown() {
    return Problem.of(404, "No such connection", "there is no connection of this name").build();
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad promise", detail).build();
  }
}
