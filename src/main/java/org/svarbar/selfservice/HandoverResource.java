package org.svarbar.selfservice;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** The session of a ticket, for agents and programs of theirs. */
@Path("api/handover/{connection}/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service")
public class HandoverResource {

  @Inject Handovers handovers;
  @Inject Connections connections;
  @Inject Helpdesks helpdesks;

  /** What the customer reads out. */
  public record Code(String code) {}

  /** A ticket's session as it is sent. */
  public record View(String quality, HelpSessionsResource.View session) {
    static View of(LinkedSession linked) {
      return new View(
          linked.quality().name().toLowerCase(Locale.ROOT),
          HelpSessionsResource.View.of(linked.session()));
    }
  }

  @GET
  @Operation(summary = "The session that led to a ticket, and how sure that is")
  public Response one(
      @PathParam("connection") String connection, @PathParam("ticket") String ticket) {
    return with(
        connection,
        via ->
            handovers
                .of(new TicketRef(via.id(), ticket))
                .map(linked -> Response.ok(Json.write(View.of(linked))).build())
                .orElseGet(HandoverResource::none));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Puts the session into the ticket whose code the customer reads out",
      description = "The code is good for a day after the customer's last step.")
  public Response byPhone(
      @PathParam("connection") String connection, @PathParam("ticket") String ticket, String body) {
    return with(
        connection,
        via -> {
          var code = Optional.ofNullable(Json.read(body, Code.class).code()).orElse("");
          var fetched = helpdesks.of(via).fetch(new TicketRef(via.id(), ticket), via);
          var linked = handovers.byPhone(fetched, code, via);
          handovers.wake();
          return linked
              .map(it -> Response.ok(Json.write(View.of(it))).build())
              .orElseGet(
                  () ->
                      Problem.of(404, "Unknown code", "No session of the last day has this code.")
                          .build());
        });
  }

  @DELETE
  @Operation(
      summary = "Says that it was not this customer's session",
      description = "The link goes, and a second note says so if there was a first one.")
  public Response undo(
      @PathParam("connection") String connection, @PathParam("ticket") String ticket) {
    return with(
        connection,
        via -> {
          var was = handovers.undo(new TicketRef(via.id(), ticket), via);
          handovers.wake();
          return was ? Response.noContent().build() : none();
        });
  }

  private Response with(String connection, Function<Connection, Response> work) {
    try {
      return Optional.of(connection)
          .filter(ConnectionId::isValid)
          .flatMap(id -> connections.find(new ConnectionId(id)))
          .map(work)
          .orElseGet(
              () -> Problem.of(404, "Unknown connection", "There is no such connection.").build());
    } catch (UnreadableJson e) {
      return Problem.of(400, "No code", "The body is not {\"code\": …}.").build();
    } catch (TicketMissing e) {
      return Problem.of(404, "Unknown ticket", "The helpdesk shows no such ticket.").build();
    } catch (HelpdeskUnavailable e) {
      return Problem.of(503, "Helpdesk unavailable", "The helpdesk does not answer now.")
          .header("Retry-After", 5)
          .build();
    }
  }

  private static Response none() {
    return Problem.of(404, "No session", "No session is known that led to this ticket.").build();
  }
}
