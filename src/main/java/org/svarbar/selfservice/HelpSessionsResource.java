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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;
import org.svarbar.requester.Requester;

/** Sessions for administrators: what is stored of one, and its erasure. */
@Path("api/help-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service")
public class HelpSessionsResource {

  @Inject HelpSites sites;
  @Inject HelpSessions sessions;
  @Inject SessionErasure erasure;
  @Inject SessionRetention retention;

  private static final Duration FOR_EVER = Duration.ofDays(100_000);

  /** Which sessions are to go. */
  public record Purge(String site, Integer quietMinutes, Optional<Boolean> linkedToo) {}

  /** Whose data is to go. */
  public record Person(String email) {}

  /** A session as it is sent. */
  public record View(
      String reference,
      String site,
      String language,
      Instant startedAt,
      Instant lastAt,
      List<EventView> events) {

    static View of(HelpSession session) {
      return new View(
          session.reference(),
          session.siteId(),
          session.language().getLanguage(),
          session.startedAt(),
          session.lastAt(),
          session.events().stream().map(EventView::of).toList());
    }
  }

  /** An event as it is sent. */
  public record EventView(
      String kind, Instant at, String text, List<Long> entries, int seconds, Boolean helpful) {
    static EventView of(SessionEvent event) {
      return new EventView(
          event.kind().name().toLowerCase(Locale.ROOT),
          event.happenedAt(),
          event.text(),
          event.entries(),
          event.seconds(),
          event.helpful().orElse(null));
    }
  }

  @GET
  @Path("{reference}")
  @Operation(summary = "All that is stored of a session")
  public Response one(@PathParam("reference") String reference) {
    return sessions
        .find(reference.toUpperCase(Locale.ROOT))
        .map(session -> Response.ok(Json.write(View.of(session))).build())
        .orElseGet(HelpSessionsResource::unknown);
  }

  @DELETE
  @Path("{reference}")
  @Operation(
      summary = "Erases a session",
      description =
          "Also from the actions that wrote it into a helpdesk; the note there is the helpdesk's.")
  public Response erase(@PathParam("reference") String reference) {
    return erasure.session(reference.toUpperCase(Locale.ROOT))
        ? Response.noContent().build()
        : unknown();
  }

  @POST
  @Path("erase-person")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Erases the sessions of whoever has this e-mail address",
      description = "Those that the address was given in, and those that led to their tickets.")
  public Response erasePerson(String body) {
    try {
      var email = Json.read(body, Person.class).email();
      if (email == null || !Requester.isAddress(email)) {
        return Problem.of(400, "No person", "email: is no e-mail address").build();
      }
      return Response.ok(Json.write(Map.of("erased", erasure.person(email)))).build();
    } catch (UnreadableJson e) {
      return Problem.of(400, "No person", "The body is not {\"email\": …}.").build();
    }
  }

  @POST
  @Path("purge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Deletes a site's sessions before their time is over",
      description =
          "Those without a ticket that were quiet for `quietMinutes`, and with `linkedToo` also"
              + " those that led to one.")
  public Response purge(String body) {
    try {
      var wanted = Json.read(body, Purge.class);
      var minutes = wanted.quietMinutes();
      if (wanted.site() == null || minutes == null || minutes < 0) {
        return Problem.of(400, "No purge", "site and quietMinutes, 0 or more").build();
      }
      sites.read(wanted.site()).ifPresent(retention::count);
      var quiet = Duration.ofMinutes(minutes);
      var linked = wanted.linkedToo().orElse(false) ? quiet : FOR_EVER;
      var erased = retention.purge(wanted.site(), linked, quiet);
      return Response.ok(Json.write(Map.of("erased", erased))).build();
    } catch (UnreadableJson e) {
      return Problem.of(400, "No purge", "The body is not {\"site\": …, \"quietMinutes\": …}.")
          .build();
    }
  }

  private static Response unknown() {
    return Problem.of(404, "Unknown session", "There is no session with this reference.").build();
  }
}
