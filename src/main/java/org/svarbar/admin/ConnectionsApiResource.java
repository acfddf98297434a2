package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.Probe;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;

/** Connections for programs: what the console does, for operators who script it. */
@Path("api/connections")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsApiResource {

  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject OutboundHttp outbound;

  @Inject
  @ConfigProperty(name = "svarbar.public-url")
  String publicUrl;

  @GET
  @Operation(summary = "All connections, without their secrets")
  public Response all() {
    List<ConnectionView> all = connections.all().stream().map(this::view).toList();
    return Response.ok(Json.write(all)).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One connection, without its secrets")
  public Response one(@PathParam("id") String id) {
    return find(id)
        .map(found -> Response.ok(Json.write(view(found))))
        .orElseGet(this::unknown)
        .build();
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes or changes a connection",
      description =
          "201 with the webhook's secret, which is shown only this once, when it is new; else 200.")
  public Response put(@PathParam("id") String id, String body) {
    try {
      var draft = Json.read(body, ConnectionForm.class).draft(helpdesks, outbound.allowed());
      var known = find(id);
      if (known.isPresent()) {
        return Response.ok(Json.write(view(connections.change(known.get().id(), draft)))).build();
      }
      var made = connections.add(new ConnectionId(id), draft);
      return Response.status(201).entity(Json.write(withSecret(made))).build();
    } catch (IllegalArgumentException | Json.UnreadableJson e) {
      return Problem.of(400, "Not a connection", e.getMessage()).build();
    }
  }

  @POST
  @Path("{id}/secret")
  @Operation(summary = "Gives a fresh secret; the one before stays valid until it is retired")
  public Response rotate(@PathParam("id") String id) {
    return changeable(id)
        .map(
            found -> {
              connections.rotateSecret(found.id());
              return Response.ok(Json.write(withSecret(find(id).orElseThrow())));
            })
        .orElseGet(this::unknown)
        .build();
  }

  @DELETE
  @Path("{id}/former-secret")
  @Operation(summary = "Ends the validity of the secret before the newest")
  public Response retire(@PathParam("id") String id) {
    return changeable(id)
        .map(
            found -> {
              connections.retireFormerSecret(found.id());
              return Response.noContent();
            })
        .orElseGet(this::unknown)
        .build();
  }

  @POST
  @Path("{id}/probe")
  @Operation(summary = "Tries whether the helpdesk answers and lets our account in")
  public Response probe(@PathParam("id") String id) {
    return find(id)
        .map(found -> Response.ok(Json.write(ProbeView.of(helpdesks.of(found).probe(found)))))
        .orElseGet(this::unknown)
        .build();
  }

  /** What a test of the way out found. */
  public record ProbeView(boolean works, String account, String version, String reason) {
    static ProbeView of(Probe probe) {
      return switch (probe) {
        case Probe.Works works -> new ProbeView(true, works.account(), works.version(), "");
        case Probe.Fails fails -> new ProbeView(false, "", "", fails.reason());
      };
    }
  }

  private ConnectionView view(Connection connection) {
    return ConnectionView.of(connection, publicUrl, connections.isDeclared(connection.id()), "");
  }

  private ConnectionView withSecret(Connection connection) {
    return ConnectionView.of(connection, publicUrl, false, connection.secrets().getFirst());
  }

  private Optional<Connection> changeable(String id) {
    return find(id).filter(found -> !connections.isDeclared(found.id()));
  }

  private Optional<Connection> find(String id) {
    return ConnectionId.isValid(id) ? connections.find(new ConnectionId(id)) : Optional.empty();
  }

  private Response.ResponseBuilder unknown() {
    return Problem.of(
        404, "Unknown connection", "There is no such connection that you could change.");
  }
}
