package org.svarbar.triage;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;

/** Versions of the model over HTTP. */
@Path("api/triage/calibrations/{connection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage")
public class CalibrationsResource {

  @Inject Calibrations calibrations;

  /**
   * A calibration as it is sent.
   *
   * @param loss mean loss on outcomes that it was not fitted on; `lossBefore` that of the one that
   *     was in place
   * @param kept whether it was not worse, and so taken into use
   */
  public record View(
      String version,
      double slope,
      double intercept,
      int fittedOn,
      double loss,
      double lossBefore,
      boolean kept,
      boolean inUse,
      Instant madeAt) {

    static View of(CalibrationRow row) {
      return new View(
          row.version(),
          row.slope,
          row.intercept,
          row.fittedOn,
          row.loss,
          row.lossBefore,
          row.kept,
          row.inUse,
          row.madeAt);
    }
  }

  @GET
  @Operation(
      summary = "How the model was fitted to a connection's outcomes, the newest first",
      description = "None in use: the shipped model, `shipped-1`.")
  public Response all(@PathParam("connection") String connection) {
    return ConnectionId.isValid(connection)
        ? Response.ok(
                Json.write(
                    calibrations.all(new ConnectionId(connection)).stream().map(View::of).toList()))
            .build()
        : unknown();
  }

  @POST
  @Path("{version}/use")
  @Operation(summary = "Takes an earlier version into use again, or shipped-1")
  public Response use(
      @PathParam("connection") String connection, @PathParam("version") String version) {
    return ConnectionId.isValid(connection)
            && calibrations.use(new ConnectionId(connection), version)
        ? Response.noContent().build()
        : unknown();
  }

  private static Response unknown() {
    return Problem.of(404, "No such version", "there is none of this name").build();
  }
}
