package org.svarbar.selfservice;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;

/** What counts as reaching a person, for administrators. */
@Path("api/handover-rules/{connection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service")
public class HandoverRulesResource {

  @Inject HandoverRules rules;
  @Inject Connections connections;

  /**
   * The rules as they are sent.
   *
   * @param occasions of `opened`, `moved`, `assigned`, `reopened`
   */
  public record Rules(List<String> occasions) {
    static Rules of(Set<Occasion> occasions) {
      return new Rules(occasions.stream().sorted().map(Occasion::code).toList());
    }
  }

  @GET
  @Operation(summary = "On which occasions a session is written into the ticket")
  public Response read(@PathParam("connection") String connection) {
    return isThere(connection) ? ok(connection) : unknown();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Says on which occasions a session is written into the ticket",
      description = "The first of them does it. None: it is never written.")
  public Response write(@PathParam("connection") String connection, String body) {
    if (!isThere(connection)) {
      return unknown();
    }
    try {
      var wanted = EnumSet.noneOf(Occasion.class);
      var given = Json.read(body, Rules.class).occasions();
      for (var code : given == null ? List.of("") : given) {
        wanted.add(Occasion.find(code).orElseThrow(IllegalArgumentException::new));
      }
      rules.set(new ConnectionId(connection), wanted);
      return ok(connection);
    } catch (IllegalArgumentException | UnreadableJson e) {
      return Problem.of(400, "No rules", "occasions: of opened, moved, assigned, reopened").build();
    }
  }

  private Response ok(String connection) {
    return Response.ok(Json.write(Rules.of(rules.of(new ConnectionId(connection))))).build();
  }

  private boolean isThere(String connection) {
    return ConnectionId.isValid(connection)
        && connections.find(new ConnectionId(connection)).isPresent();
  }

  private static Response unknown() {
    return Problem.of(404, "Unknown connection", "There is no such connection.").build();
  }
}
