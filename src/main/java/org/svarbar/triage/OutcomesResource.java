package org.svarbar.triage;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Outcome.LearnedBy;

/** Takes in judgements: whether the first suggestion for a message was right. */
@Path("api/triage/outcomes/{connection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage")
public class OutcomesResource {

  private static final int LARGEST_BODY = 2_000_000;
  private static final int LONGEST_ID = 100;

  @Inject Learning learning;
  @Inject Outcomes outcomes;
  @Inject Verdicts verdicts;
  @Inject Clock clock;

  /**
   * What became of judgements that were sent.
   *
   * @param refused those that cannot be learned from, and why
   */
  public record Learned(int learned, List<Refused> refused) {}

  /**
   * @param place counted from 1
   */
  public record Refused(int place, String reason) {}

  /** What is known so far: judged messages, and of how many the first suggestion was right. */
  public record Known(int judged, int right) {}

  @GET
  @Operation(summary = "How many messages of a connection were judged")
  public Response known(@PathParam("connection") String connection) {
    if (!ConnectionId.isValid(connection)) {
      return unknown();
    }
    var judged = outcomes.judged(new ConnectionId(connection));
    var right = (int) judged.stream().filter(Outcome::firstRight).count();
    return Response.ok(Json.write(new Known(judged.size(), right))).build();
  }

  /**
   * An outcome as it is sent.
   *
   * @param found `right`, `wrong` or `undecided`: whether the first suggestion was
   * @param sent ids of entries that the reply rests on, as far as is known
   * @param similarity how much of the first suggestion was sent, 0 to 1
   */
  public record View(
      String message,
      String learnedBy,
      String found,
      List<Long> suggested,
      List<Long> sent,
      double similarity,
      double certainty,
      Instant at) {

    static View of(Outcome outcome) {
      return new View(
          outcome.messageId(),
          OutcomeRow.word(outcome.learnedBy()),
          outcome.found(),
          outcome.suggested(),
          outcome.sent(),
          outcome.similarity(),
          outcome.certainty(),
          outcome.at());
    }
  }

  @GET
  @Path("{ticket}")
  @Operation(summary = "What is known of the first suggestions for one ticket's messages")
  public Response of(
      @PathParam("connection") String connection, @PathParam("ticket") String ticket) {
    if (!ConnectionId.isValid(connection) || ticket.isBlank() || ticket.length() > LONGEST_ID) {
      return unknown();
    }
    var ref = new TicketRef(new ConnectionId(connection), ticket);
    return Response.ok(Json.write(outcomes.of(ref).stream().map(View::of).toList())).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Says which first suggestions were right",
      description =
          "A JSON array of {ticket, message, right}. Of a message without a verdict, also"
              + " `probability` (that its first suggestion is right, as /api/suggestions said it)"
              + " and, if known, `group` and `language`. The same again changes nothing. What is"
              + " refused is named with the reason, and the others count.")
  public Response learn(@PathParam("connection") String connection, InputStream body)
      throws IOException {
    if (!ConnectionId.isValid(connection)) {
      return unknown();
    }
    var bytes = body.readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      return bad("the request is longer than " + LARGEST_BODY + " bytes");
    }
    try {
      return learn(
          new ConnectionId(connection),
          Json.array(new String(bytes, StandardCharsets.UTF_8)).getValuesAs(JsonValue.class));
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON array");
    }
  }

  private Response learn(ConnectionId connection, List<JsonValue> sent) {
    var learned = new ArrayList<Outcome>();
    var refused = new ArrayList<Refused>();
    for (var i = 0; i < sent.size(); i++) {
      try {
        learned.add(outcome(connection, sent.get(i).asJsonObject()));
      } catch (IllegalArgumentException e) {
        refused.add(new Refused(i + 1, e.getMessage()));
      } catch (ClassCastException | NullPointerException e) {
        refused.add(new Refused(i + 1, "it is not {ticket, message, right}"));
      }
    }
    learning.learn(learned);
    return Response.ok(Json.write(new Learned(learned.size(), refused))).build();
  }

  private Outcome outcome(ConnectionId connection, JsonObject json) {
    var ticket = new TicketRef(connection, json.getString("ticket"));
    var message = json.getString("message");
    if (message.isBlank() || message.length() > LONGEST_ID) {
      throw new IllegalArgumentException("message: 1 to " + LONGEST_ID + " characters");
    }
    var right = json.getBoolean("right");
    return verdicts
        .find(ticket, message)
        .map(it -> Outcome.of(it, LearnedBy.JUDGED, right, 0, 1, clock.instant()))
        .orElseGet(() -> foreign(ticket, message, right, json));
  }

  private Outcome foreign(TicketRef ticket, String message, boolean right, JsonObject json) {
    if (!json.containsKey("probability")) {
      throw new IllegalArgumentException("the message has no verdict, and there is no probability");
    }
    var probability = json.getJsonNumber("probability").doubleValue();
    return new Outcome(
        ticket,
        message,
        LearnedBy.JUDGED,
        List.of(),
        List.of(),
        right,
        0,
        1,
        probability,
        probability,
        Languages.find(json.getString("language", "")).orElse(Languages.ENGLISH),
        Optional.of(json.getString("group", "")).filter(it -> !it.isBlank()),
        clock.instant());
  }

  private static Response unknown() {
    return Problem.of(404, "No such connection", "there is no connection of this name").build();
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad judgements", detail).build();
  }
}
