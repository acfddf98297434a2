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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final String OCCASIONS =
      Stream.of(Occasion.values()).map(Occasion::code).collect(Collectors.joining(", "));

  /**
   * The rules as they are sent.
   *
   * @param occasions codes of {@link Occasion}
   * @param tags which ones count; none: any
   */
  public record Rules(List<String> occasions, Optional<List<String>> tags) {
    static Rules of(HandoverRule rule) {
      return new Rules(
          rule.occasions().stream().sorted().map(Occasion::code).toList(),
          Optional.of(rule.tags().stream().sorted().toList()));
    }

    HandoverRule rule() {
      var wanted = EnumSet.noneOf(Occasion.class);
      for (var code : occasions == null ? List.of("") : occasions) {
        wanted.add(
            Occasion.find(code)
                .orElseThrow(() -> new IllegalArgumentException("occasions: of " + OCCASIONS)));
      }
      return new HandoverRule(wanted, new HashSet<>(tags.orElse(List.of())));
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
      rules.set(new ConnectionId(connection), Json.read(body, Rules.class).rule());
      return ok(connection);
    } catch (UnreadableJson e) {
      return Problem.of(400, "No rules", "occasions: of " + OCCASIONS).build();
    } catch (IllegalArgumentException e) {
      return Problem.of(400, "No rules", e.getMessage()).build();
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
