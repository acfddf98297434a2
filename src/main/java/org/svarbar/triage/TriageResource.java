package org.svarbar.triage;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.platform.SearchUnavailable;
import org.svarbar.suggestion.Question;
import org.svarbar.suggestion.Question.Audience;
import org.svarbar.suggestion.Suggestions;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.HardRules.UnreadableRules;

/** Triage over HTTP: rules, trying them, and verdicts. */
@Path("api/triage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage")
public class TriageResource {

  private static final int LONGEST_BODY = 100_000;
  private static final int MOST = 100;

  @Inject Triage triage;
  @Inject TriagePolicies policies;
  @Inject Verdicts verdicts;
  @Inject Suggestions suggestions;

  /**
   * A mail that somebody tries.
   *
   * @param connection whose rules; left out: those that are shipped
   * @param reader the language in which reasons are worded, English if it is left out
   */
  public record Tried(
      String text,
      Optional<String> subject,
      Optional<String> language,
      Optional<String> connection,
      Optional<String> reader) {}

  @POST
  @Path("try")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Judges a mail that somebody tries",
      description =
          "Nothing is stored. `measuredOn` says on how many judged outcomes the probability rests;"
              + " 0: it was fitted elsewhere and is no promise. 503 while the search cluster does"
              + " not answer.")
  public Response tryOut(InputStream body) throws IOException {
    var sent = read(body);
    if (sent.isEmpty()) {
      return bad("the request is longer than " + LONGEST_BODY + " bytes");
    }
    try {
      return tryOut(Json.read(sent.get(), Tried.class));
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON object with these fields");
    }
  }

  private Response tryOut(Tried tried) {
    if (tried.text() == null || tried.text().isBlank()) {
      return bad("text: is missing");
    }
    var language = tried.language().flatMap(Languages::find);
    if (tried.language().isPresent() && language.isEmpty()) {
      return bad("language: is none of sv, nb, nn, da, fi, en");
    }
    var connection = tried.connection().orElse("");
    if (!connection.isEmpty() && !ConnectionId.isValid(connection)) {
      return bad("connection: is no connection's name");
    }
    var subject = tried.subject().orElse("");
    var question =
        Question.ofMail(subject, tried.text(), false, language, Optional.empty(), Audience.AGENTS);
    var rules =
        connection.isEmpty() ? TriagePolicy.SHIPPED : policies.of(new ConnectionId(connection));
    try {
      var verdict =
          triage.tryOut(subject, tried.text(), rules.rules(), suggestions.suggest(question));
      return Response.ok(Json.write(VerdictView.of(verdict, reader(tried.reader())))).build();
    } catch (SearchUnavailable e) {
      return Problem.of(503, "Search unavailable", "the search cluster does not answer now")
          .header("Retry-After", "5")
          .build();
    }
  }

  @GET
  @Path("policies/{connection}")
  @Operation(summary = "The rules and settings that hold for a connection")
  public Response policy(@PathParam("connection") String connection) {
    return ConnectionId.isValid(connection)
        ? Response.ok(PolicyJson.write(policies.of(new ConnectionId(connection)))).build()
        : unknown();
  }

  @PUT
  @Path("policies/{connection}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sets the rules and settings of a connection",
      description =
          "`rules` is an array of {name, then: person or suggest} with one of `signal`, `words`,"
              + " `group`, `sender`; rules about threat, legal, data-protection and self-harm are"
              + " always among them. `marking` is none, tag or field, with `field` its name.")
  public Response put(@PathParam("connection") String connection, InputStream body)
      throws IOException {
    var sent = read(body);
    if (!ConnectionId.isValid(connection)) {
      return unknown();
    }
    if (sent.isEmpty()) {
      return bad("the request is longer than " + LONGEST_BODY + " bytes");
    }
    try {
      var policy = PolicyJson.read(sent.get());
      policies.put(new ConnectionId(connection), policy);
      return Response.ok(PolicyJson.write(policy)).build();
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON object");
    } catch (UnreadableRules | IllegalArgumentException e) {
      return bad(e.getMessage());
    }
  }

  @DELETE
  @Path("policies/{connection}")
  @Operation(summary = "Has what is shipped hold again for a connection")
  public Response reset(@PathParam("connection") String connection) {
    if (!ConnectionId.isValid(connection)) {
      return unknown();
    }
    policies.reset(new ConnectionId(connection));
    return Response.noContent().build();
  }

  @GET
  @Path("verdicts/{connection}")
  @Operation(
      summary = "The newest verdicts of a connection, or those about one ticket",
      description = "At most 100. `reader` is the language in which reasons are worded.")
  public Response verdicts(
      @PathParam("connection") String connection,
      @QueryParam("ticket") String ticket,
      @QueryParam("reader") @DefaultValue("en") String reader) {
    if (!ConnectionId.isValid(connection)) {
      return unknown();
    }
    var id = new ConnectionId(connection);
    var found =
        ticket == null || ticket.isBlank()
            ? verdicts.latest(id, MOST)
            : verdicts.of(new TicketRef(id, ticket));
    var language = reader(Optional.of(reader));
    return Response.ok(Json.write(found.stream().map(it -> JudgedView.of(it, language)).toList()))
        .build();
  }

  private static Locale reader(Optional<String> tag) {
    return tag.flatMap(Languages::find).orElse(Languages.ENGLISH);
  }

  private static Optional<String> read(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST_BODY + 1);
    return bytes.length > LONGEST_BODY
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  private static Response unknown() {
    return Problem.of(404, "No such connection", "there is no connection of this name").build();
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad triage request", detail).build();
  }
}
