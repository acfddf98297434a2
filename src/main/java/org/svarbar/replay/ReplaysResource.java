package org.svarbar.replay;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;
import org.svarbar.replay.ReplayViews.CaseView;
import org.svarbar.replay.ReplayViews.ReplayView;
import org.svarbar.replay.ReplayViews.ReportView;
import org.svarbar.ticket.ConnectionId;

/** Replays over HTTP. */
@Path("api/triage/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replay")
public class ReplaysResource {

  private static final int MOST_TICKETS = 2000;
  private static final Duration PERIOD = Duration.ofDays(90);

  @Inject Replays replays;
  @Inject Connections connections;
  @Inject Clock clock;

  /** What is to be replayed; what is left out: the last 90 days, 2000 tickets, not strict. */
  public record Wanted(
      String connection,
      Optional<String> from,
      Optional<String> until,
      Optional<Integer> most,
      Optional<Boolean> strict) {}

  /** A person's judgement: `right`, `wrong` or `skip`. */
  public record Judged(String judgement) {}

  @GET
  @Operation(summary = "All replays, the newest first")
  public Response all() {
    return Response.ok(Json.write(replays.all().stream().map(ReplayView::of).toList())).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Replays past tickets of a connection's helpdesk",
      description =
          "`{\"connection\": \"rt\", \"from\": \"2026-01-01T00:00:00Z\", \"until\": …, \"most\":"
              + " 2000, \"strict\": false}`: tickets that changed last in that time, the oldest"
              + " first. 201 with the replay, which goes on in the background.")
  public Response start(String body) {
    try {
      var wanted = Json.read(body, Wanted.class);
      var via = connection(wanted.connection());
      if (via.isEmpty()) {
        return bad("connection: there is none of this name");
      }
      if (connections.find(via.get()).orElseThrow().baseUrl().isEmpty()) {
        return bad("connection: has no address of a helpdesk");
      }
      return created(replays.start(order(via.get(), wanted)));
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON object with a connection");
    } catch (IllegalArgumentException | DateTimeException e) {
      return bad(e.getMessage());
    }
  }

  private ReplayOrder order(ConnectionId via, Wanted wanted) {
    var until = wanted.until().map(Instant::parse).orElseGet(clock::instant);
    var from = wanted.from().map(Instant::parse).orElse(until.minus(PERIOD));
    return new ReplayOrder(
        via, from, until, wanted.most().orElse(MOST_TICKETS), wanted.strict().orElse(false));
  }

  @POST
  @Path("file")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Replays past tickets of a file",
      description =
          "JSON lines, or CSV with a row of names: id, question and askedAt (such as"
              + " 2026-01-31T12:00:00Z), and if known subject, reply, repliedAt, group, language,"
              + " from. At most 10 MB and 50,000 tickets. The file is kept until the replay is"
              + " over.")
  public Response startOfFile(
      @QueryParam("connection") String connection,
      @QueryParam("strict") @DefaultValue("false") boolean strict,
      InputStream body)
      throws IOException {
    var via = connection(connection);
    if (via.isEmpty()) {
      return bad("connection: there is none of this name");
    }
    var file = body.readNBytes(TicketFile.LARGEST + 1);
    if (file.length > TicketFile.LARGEST) {
      return bad("the file is longer than " + TicketFile.LARGEST + " bytes");
    }
    try {
      var order =
          new ReplayOrder(via.get(), Instant.EPOCH, clock.instant(), ReplayOrder.MOST, strict);
      return created(replays.start(order, file));
    } catch (TicketFile.Unreadable e) {
      return bad(e.getMessage());
    }
  }

  private static Response created(Replay replay) {
    return Response.status(201).entity(Json.write(ReplayView.of(replay))).build();
  }

  private Optional<ConnectionId> connection(String name) {
    return Optional.ofNullable(name)
        .filter(ConnectionId::isValid)
        .map(ConnectionId::new)
        .filter(id -> connections.find(id).isPresent());
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  @Operation(summary = "A replay and how far it is")
  public Response one(@PathParam("id") long id) {
    return replays
        .find(id)
        .map(it -> Response.ok(Json.write(ReplayView.of(it))).build())
        .orElseGet(ReplaysResource::unknown);
  }

  @POST
  @Path("{id: [0-9]{1,18}}/cancel")
  @Operation(summary = "Ends a replay that runs; its cases stay")
  public Response cancel(@PathParam("id") long id) {
    return done(replays.cancel(id));
  }

  @POST
  @Path("{id: [0-9]{1,18}}/resume")
  @Operation(summary = "Goes on with a replay that was cancelled or has failed")
  public Response resume(@PathParam("id") long id) {
    return done(replays.resume(id));
  }

  @DELETE
  @Path("{id: [0-9]{1,18}}")
  @Operation(
      summary = "Forgets a replay, its cases and what was learned from them",
      description = "What people judged stays among the outcomes.")
  public Response remove(@PathParam("id") long id) {
    return done(replays.remove(id));
  }

  @GET
  @Path("{id: [0-9]{1,18}}/report")
  @Operation(
      summary = "What a replay shows so far",
      description =
          "`curve`: if only messages with at least this raw probability were answered, which share"
              + " of all that would be, and how many of them rightly; `lowerBound` is exact"
              + " (Clopper and Pearson, one-sided, 95 %) and counts what nobody judged as wrong as"
              + " often as the sample that people judged allows.")
  public Response report(@PathParam("id") long id) {
    return replays
        .find(id)
        .map(it -> ReportView.of(replays.report(id)))
        .map(it -> Response.ok(Json.write(it)).build())
        .orElseGet(ReplaysResource::unknown);
  }

  @GET
  @Path("{id: [0-9]{1,18}}/cases.csv")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "All cases as CSV, without their texts")
  public Response cases(@PathParam("id") long id) {
    return replays
        .find(id)
        .map(it -> Response.ok(CaseTable.of(replays.cases(id))))
        .map(it -> it.type("text/csv;charset=UTF-8"))
        .map(it -> it.header("Content-Disposition", "attachment; filename=replay-" + id + ".csv"))
        .map(Response.ResponseBuilder::build)
        .orElseGet(ReplaysResource::unknown);
  }

  @GET
  @Path("{id: [0-9]{1,18}}/next")
  @Operation(
      summary = "The next case, by chance, that a person has to judge",
      description = "204: none is left.")
  public Response next(@PathParam("id") long id) {
    if (replays.find(id).isEmpty()) {
      return unknown();
    }
    return replays
        .nextToJudge(id)
        .map(it -> Response.ok(Json.write(CaseView.of(it))))
        .orElseGet(Response::noContent)
        .build();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/cases/{case: [0-9]{1,18}}/judgement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Judges a case that was left undecided",
      description = "`{\"judgement\": \"right\"}`, `wrong`, or `skip`. 404: there is none such.")
  public Response judge(@PathParam("id") long id, @PathParam("case") long found, String body) {
    try {
      var said = String.valueOf(Json.read(body, Judged.class).judgement());
      var judgement = Replays.Judgement.valueOf(said.toUpperCase(Locale.ROOT));
      return done(replays.judge(id, found, judgement));
    } catch (UnreadableJson | IllegalArgumentException e) {
      return bad("judgement: is none of right, wrong, skip");
    }
  }

  private static Response done(boolean isKnown) {
    return isKnown ? Response.noContent().build() : unknown();
  }

  private static Response unknown() {
    return Problem.of(404, "No such replay", "there is none, or it does not stand so").build();
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad replay", String.valueOf(detail)).build();
  }
}
