package org.svarbar.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;
import org.svarbar.requester.Held;
import org.svarbar.requester.Requester;
import org.svarbar.requester.Requesters;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** What is held about a requester: given back, and erased, in all rooms at once. */
@Path("api/requesters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requesters")
public class RequestersApiResource {

  private static final int MOST_TICKETS = 1000;

  @Inject Requesters requesters;
  @Inject RequesterRights rights;

  /** A ticket as it is named in a request. */
  public record Named(String connection, String ticket) {}

  /** Whose data is to be given out, or to go. */
  public record Wanted(
      Optional<String> email, Optional<List<Named>> tickets, Optional<String> confirm) {}

  /**
   * @param erased whether it is gone
   * @param confirm to be sent with the same to have it erased; empty when it is gone
   */
  public record Answer(boolean erased, SortedMap<String, Integer> rows, String confirm) {}

  /** By POST, because addresses of calls stand in the logs of proxies. */
  @POST
  @Path("export")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "All that is held about whoever has this e-mail address",
      description = "`tickets` (at most 1,000) names tickets that cannot be found by the address.")
  public Response export(String body, @Context SecurityContext context) {
    var who = context.getUserPrincipal().getName();
    return asked(
        body,
        (found, wanted) ->
            Response.ok(rights.export(found, who, "/api/requesters/export"))
                .header("Content-Disposition", "attachment; filename=requester.json")
                .build());
  }

  @POST
  @Path("erase")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Erases all that is held about whoever has this e-mail address",
      description =
          "In two steps: without `confirm` it only says how many rows there are, and what to send"
              + " as `confirm`. What has changed meanwhile is counted again (409). `tickets` (at"
              + " most 1,000) names tickets that cannot be found by the address.")
  public Response erase(String body) {
    return asked(body, (found, wanted) -> erase(found, wanted.confirm()));
  }

  private Response erase(Requester found, Optional<String> seen) {
    var held = seen.isPresent() ? rights.erase(found, seen.get()) : requesters.count(found);
    return answer(held, seen);
  }

  private Response asked(String body, BiFunction<Requester, Wanted, Response> answer) {
    try {
      var wanted = Json.read(body, Wanted.class);
      var email = wanted.email().orElse("");
      var tickets = tickets(wanted.tickets().orElse(List.of()));
      return (email.isEmpty() ? tickets.isEmpty() : !Requester.isAddress(email))
          ? refused("email: is no e-mail address")
          : answer.apply(requesters.find(email, tickets), wanted);
    } catch (UnreadableJson | IllegalArgumentException e) {
      return refused("The body is not {\"email\": …, \"tickets\": […], \"confirm\": …}.");
    }
  }

  private static Set<TicketRef> tickets(List<Named> named) {
    if (named.size() > MOST_TICKETS) {
      throw new IllegalArgumentException("too many tickets");
    }
    return named.stream()
        .map(it -> new TicketRef(new ConnectionId(it.connection()), it.ticket()))
        .collect(Collectors.toSet());
  }

  private static Response answer(Held held, Optional<String> seen) {
    var erased = seen.filter(held.confirmation()::equals).isPresent();
    return Response.status(seen.isPresent() && !erased ? 409 : 200)
        .entity(Json.write(new Answer(erased, held.rows(), erased ? "" : held.confirmation())))
        .build();
  }

  private static Response refused(String why) {
    return Problem.of(400, "No requester", why).build();
  }
}
