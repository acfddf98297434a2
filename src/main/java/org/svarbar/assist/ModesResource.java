package org.svarbar.assist;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;

/** How far Svarbar may go, over HTTP. */
@Path("api/modes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Modes")
public class ModesResource {

  @Inject Connections connections;
  @Inject GroupPolicies policies;
  @Inject MasterSwitch master;

  /** How the master switch is to stand: on, no-replies or off. */
  public record Turn(String state) {}

  /**
   * What holds at a connection.
   *
   * @param mode of the connection itself
   */
  public record View(String connection, String mode, List<GroupPolicyJson> groups) {}

  @GET
  @Path("switch")
  @Operation(summary = "How the master switch stands: on, no-replies or off")
  public Response state() {
    return Response.ok(Json.write(new Turn(master.state().word()))).build();
  }

  @PUT
  @Path("switch")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Turns the master switch, for all connections at once",
      description =
          "`no-replies`: nobody is answered automatically, not even where that was decided already."
              + " `off`: webhooks are stored and nothing else happens.")
  public Response turn(String body, @Context SecurityContext who) {
    try {
      var wanted = Optional.ofNullable(Json.read(body, Turn.class).state());
      var state = wanted.flatMap(SwitchState::find);
      if (state.isEmpty()) {
        return bad("state: is none of on, no-replies, off");
      }
      master.turn(state.get(), by(who));
      return state();
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON object with state");
    }
  }

  @GET
  @Path("connections/{connection}")
  @Operation(summary = "How far Svarbar may go at a connection and in its groups")
  public Response all(@PathParam("connection") String connection) {
    return find(connection).map(this::view).orElseGet(ModesResource::unknown);
  }

  @PUT
  @Path("connections/{connection}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sets what holds in a group, or with an empty group for all that have none",
      description =
          "`{\"group\": \"Support\", \"mode\": \"reply\", \"languages\": [\"sv\"], \"days\": [1,"
              + " 2], \"from\": \"17:00\", \"until\": \"08:00\", \"mostPerDay\": 2, \"signature\":"
              + " \"…\"}`. What is left out is as it is shipped: all languages, all hours, 2 a day."
              + " The mode of the empty group is the connection's; of another one, left out, it is"
              + " that as well. `reply` answers only under a promise that holds.")
  public Response put(
      @PathParam("connection") String connection, String body, @Context SecurityContext who) {
    var via = find(connection);
    if (via.isEmpty()) {
      return unknown();
    }
    try {
      var sent = Json.read(body, GroupPolicyJson.class);
      var policy = sent.policy();
      var mode = sent.connectionMode();
      if (mode.isPresent() && connections.isDeclared(via.get().id())) {
        return bad("mode: the operator's configuration says it");
      }
      mode.ifPresent(it -> connections.switchTo(via.get().id(), it));
      policies.put(via.get().id(), policy, by(who));
      return all(connection);
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON object of a group's policy");
    } catch (IllegalArgumentException e) {
      return bad(e.getMessage());
    }
  }

  @DELETE
  @Path("connections/{connection}")
  @Operation(summary = "A group has nothing of its own any more; without a group, that for all")
  public Response remove(
      @PathParam("connection") String connection,
      @QueryParam("group") @DefaultValue("") String group,
      @Context SecurityContext who) {
    var via = find(connection);
    via.ifPresent(it -> policies.remove(it.id(), group, by(who)));
    return via.isPresent() ? Response.noContent().build() : unknown();
  }

  private Response view(Connection via) {
    var groups = policies.of(via.id()).stream().map(GroupPolicyJson::of).toList();
    return Response.ok(Json.write(new View(via.id().value(), via.mode().word(), groups))).build();
  }

  private Optional<Connection> find(String connection) {
    return ConnectionId.isValid(connection)
        ? connections.find(new ConnectionId(connection))
        : Optional.empty();
  }

  private static String by(SecurityContext who) {
    return who.getUserPrincipal() == null ? "somebody" : who.getUserPrincipal().getName();
  }

  private static Response unknown() {
    return Problem.of(404, "No such connection", "there is no connection of this name").build();
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad mode", detail).build();
  }
}
