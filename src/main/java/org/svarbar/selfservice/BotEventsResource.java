package org.svarbar.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.SignatureScheme;
import org.svarbar.helpdesk.SignatureVerifier;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Json;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.TicketRef;

/** Where bots and portals that the organisation already has report their sessions. */
@Path("sites/{site}/sessions/{session}/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service")
public class BotEventsResource {

  private static final int MOST_EVENTS = 50;
  private static final int LONGEST_TICKET = 100;

  @Inject HelpRequest request;
  @Inject HelpSites sites;
  @Inject HelpSessions sessions;
  @Inject Handovers handovers;
  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject Clock clock;

  /**
   * What is reported.
   *
   * @param session as in the address, which is not signed
   * @param email by which the customer will be recognised
   * @param verified whether the sender knows that it is theirs
   * @param ticket at the site's connection, by which the bot passes the customer on to a person
   */
  public record Report(
      String session,
      Optional<String> language,
      Optional<String> email,
      Optional<Boolean> verified,
      Optional<String> ticket,
      List<EventForm> events) {}

  /** What the sender can pass on to the helpdesk or the customer. */
  public record Taken(int events, String reference, String phoneCode) {}

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Says what happened in a session that a program keeps",
      description =
          "Signed with the site's secret as Standard Webhooks say. `session` is the sender's name"
              + " for it; the first report begins it. The program has asked for consent itself. The"
              + " same event id again is the same event. With `ticket`, the session is written into"
              + " that ticket of the site's connection: the bot hands over to a person.")
  public Response take(
      @PathParam("session") String named, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    var bytes = body.readNBytes(HelpGate.LONGEST + 1);
    if (bytes.length > HelpGate.LONGEST) {
      return Problem.of(413, "Too long", "At most " + HelpGate.LONGEST + " bytes.").build();
    }
    var webhook = new WebhookRequest(headers.getRequestHeaders(), bytes);
    var secrets = sites.secrets(request.site().id());
    var scheme = new SignatureScheme.StandardWebhooks();
    if (!new SignatureVerifier(clock).isSigned(webhook, scheme, secrets)) {
      return Problem.of(401, "Not signed", "The signature is missing, wrong or too old.").build();
    }
    return HelpApiResource.answered(() -> taken(named, Json.read(webhook.text(), Report.class)));
  }

  private Response taken(String named, Report report) {
    if (!named.matches("[A-Za-z0-9._:-]{1,100}")) {
      throw new IllegalArgumentException("session: 1 to 100 letters, digits and . _ : -");
    }
    if (!named.equals(report.session())) {
      throw new IllegalArgumentException("session: is not that of the address");
    }
    if (report.events() == null || report.events().size() > MOST_EVENTS) {
      throw new IllegalArgumentException("events: at most " + MOST_EVENTS);
    }
    var now = clock.instant();
    var events = report.events().stream().map(form -> form.eventAtItsTime(now)).toList();
    var site = request.site();
    var language =
        site.language(report.language().flatMap(Languages::find).orElse(Languages.ENGLISH));
    var begun = sessions.startOnce(site, language, named);
    report
        .email()
        .ifPresent(
            email ->
                sessions.identify(site, begun.token(), email, report.verified().orElse(false)));
    return switch (sessions.append(site, begun.token(), events)) {
      case HelpSessions.Appended.Stored stored ->
          report
              .ticket()
              .map(ticket -> handedOver(site, begun, ticket))
              .filter(response -> response.getStatus() != 200)
              .orElseGet(() -> taken(stored, begun));
      case HelpSessions.Appended other -> HelpApiResource.appended(other);
    };
  }

  private static Response taken(HelpSessions.Appended.Stored stored, HelpSessions.Started begun) {
    return Response.ok(Json.write(new Taken(stored.events(), begun.reference(), begun.phoneCode())))
        .build();
  }

  private Response handedOver(HelpSite site, HelpSessions.Started begun, String ticket) {
    if (ticket.isBlank() || ticket.length() > LONGEST_TICKET) {
      throw new IllegalArgumentException("ticket: 1 to 100 characters");
    }
    var via =
        site.connection()
            .flatMap(connections::find)
            .orElseThrow(() -> new IllegalArgumentException("ticket: the site has no connection"));
    try {
      var fetched = helpdesks.of(via).fetch(new TicketRef(via.id(), ticket), via);
      var isLinked = handovers.byBot(fetched, begun.reference(), via);
      handovers.wake();
      return isLinked
          ? Response.ok().build()
          : Problem.of(409, "Another's", "The session belongs to another customer's ticket.")
              .build();
    } catch (TicketMissing e) {
      return Problem.of(404, "Unknown ticket", "The helpdesk shows no such ticket.").build();
    } catch (HelpdeskUnavailable e) {
      return Problem.of(503, "Helpdesk unavailable", "The helpdesk does not answer now.")
          .header("Retry-After", 5)
          .build();
    }
  }
}
