package org.svarbar.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.SignatureVerifier;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.Correlation;
import org.svarbar.platform.Problem;
import org.svarbar.platform.Refused;
import org.svarbar.platform.Span;
import org.svarbar.platform.Traces;
import org.svarbar.ticket.ConnectionId;

/** Where helpdesks call. */
@Path("webhooks")
@ApplicationScoped
public class WebhooksResource {

  private static final Logger LOG = System.getLogger(WebhooksResource.class.getName());
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final Set<String> NOT_PACKED = Set.of("", "identity");

  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject Deliveries deliveries;
  @Inject DeliveryWorker worker;
  @Inject Refusals refusals;
  @Inject Refused refused;
  @Inject Clock clock;
  @Inject Traces traces;

  @Inject
  @ConfigProperty(name = "svarbar.intake.longest-body-bytes")
  int longestBody;

  private final GroupCommit<Deliveries.Received, Correlation> together =
      new GroupCommit<>(received -> deliveries.store(received));

  @POST
  @Path("{connection}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Takes a helpdesk's webhook",
      description =
          "Any content type; signed as the connection's helpdesk signs. 200 {} when it is stored,"
              + " 401, 404, 413, 415, 503. A packed body is not unpacked: 415.")
  public Response receive(
      @PathParam("connection") String id,
      @HeaderParam("Content-Length") Optional<Long> length,
      @HeaderParam("Content-Encoding") @DefaultValue("") String packing,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    if (length.filter(announced -> announced > longestBody).isPresent()) {
      return tooLong();
    }
    if (!NOT_PACKED.contains(packing.strip().toLowerCase(Locale.ROOT))) {
      return packed();
    }
    var bytes = body.readNBytes(longestBody + 1);
    if (bytes.length > longestBody) {
      return tooLong();
    }
    try {
      return receive(id, new WebhookRequest(headers.getRequestHeaders(), bytes));
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "a webhook for " + id + " could not be stored, its sender was told to try again",
          e);
      return Problem.of(503, "Not stored", "The webhook could not be stored now; send it again.")
          .header("Retry-After", RETRY_AFTER_SECONDS)
          .build();
    }
  }

  private Response receive(String id, WebhookRequest request) {
    var found =
        ConnectionId.isValid(id)
            ? connections.find(new ConnectionId(id))
            : Optional.<Connection>empty();
    if (found.isEmpty()) {
      return Problem.of(404, "Unknown connection", "There is no connection of this name.").build();
    }
    var via = found.get();
    var scheme = helpdesks.of(via).signature(via);
    if (!new SignatureVerifier(clock).isSigned(request, scheme, via)) {
      refused.count(Refused.Why.SIGNATURE);
      if (refusals.add(via.id(), clock.instant())) {
        LOG.log(
            Level.INFO,
            "a webhook for {0} was refused: its signature is missing or wrong",
            via.id());
      }
      return Problem.of(401, "Not signed", "The signature is missing, wrong or too old.").build();
    }
    var correlation = accept(via.id(), ContentKey.of(request, scheme), request);
    return Response.ok("{}", MediaType.APPLICATION_JSON_TYPE)
        .header(Correlation.HEADER, correlation.id())
        .build();
  }

  /** Stores it once; that another server stored the same in the meantime is as good. */
  private Correlation accept(ConnectionId connection, String key, WebhookRequest request) {
    var came = clock.instant();
    var ours = Correlation.of(request.header(Correlation.TRACEPARENT)).orElseGet(Correlation::made);
    var carried = stored(new Deliveries.Received(connection, key, request, came, ours));
    if (carried.equals(ours)) {
      ours.run(() -> LOG.log(Level.INFO, "a webhook of {0} was stored", connection));
      worker.wake();
      var of = Map.of("connection", connection.value());
      traces.add(
          new Span(ours, Span.WEBHOOK, "", "webhook is stored", came, clock.instant(), false, of));
    }
    return carried;
  }

  private Correlation stored(Deliveries.Received received) {
    try {
      return together.store(received);
    } catch (RuntimeException e) {
      return deliveries.known(received.connection(), received.contentKey()).orElseThrow(() -> e);
    }
  }

  /** Unpacking is work that somebody whom nobody knows yet could make endless. */
  private static Response packed() {
    return Problem.of(415, "Packed", "The body is packed; send it as it is.")
        .header(HttpHeaders.ACCEPT_ENCODING, "identity")
        .build();
  }

  private static Response tooLong() {
    return Problem.of(413, "Too long", "The body is longer than this server takes.").build();
  }
}
