package org.svarbar.suggestion;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.knowledge.Brands;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.platform.SearchUnavailable;
import org.svarbar.suggestion.Question.Audience;

/** Suggests over HTTP. */
@Path("api/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suggestions")
public class SuggestionsResource {

  private static final int LONGEST_BODY = 100_000;
  private static final int MOST = 3;
  private static final int MOST_EVER = 50;
  private static final String RETRY_AFTER_SECONDS = "5";

  private static final String NO_EMBEDDINGS = "none";

  @Inject Suggestions suggestions;
  @Inject Brands brands;

  /**
   * A question as it is sent.
   *
   * @param brand whose answers, beside those of no brand, are suggested; left out: of all
   * @param audience `agents` (the default) or `public`
   * @param most 1 to 50; 3 where it is left out
   */
  public record Asked(
      String text,
      Optional<String> subject,
      Optional<String> language,
      Optional<String> group,
      Optional<String> brand,
      Optional<String> audience,
      Optional<Integer> most) {}

  /** What came of it, as it is sent. */
  public record Answered(
      String language,
      double answerable,
      double probability,
      String embeddings,
      List<Found> suggestions,
      List<Found> passedOver) {}

  /** One suggestion as it is sent. */
  public record Found(
      long id,
      String source,
      String key,
      String title,
      String sentence,
      String answerHtml,
      String url,
      String language,
      String group,
      String visibility,
      double score,
      double likelihood,
      Double similarity,
      double meaning,
      double asked,
      double coverage,
      List<String> matchedWords,
      Instant changedAt) {

    static Found of(Suggestion suggestion) {
      return new Found(
          suggestion.entryId(),
          suggestion.source(),
          suggestion.key(),
          suggestion.title(),
          suggestion.sentence(),
          suggestion.answerHtml(),
          suggestion.url().map(Object::toString).orElse(null),
          suggestion.language().getLanguage(),
          suggestion.group().orElse(null),
          suggestion.isPublic() ? "public" : "internal",
          suggestion.score(),
          suggestion.likelihood(),
          suggestion.similarity().isPresent() ? suggestion.similarity().getAsDouble() : null,
          suggestion.meaning(),
          suggestion.asked(),
          suggestion.coverage(),
          suggestion.matchedWords(),
          suggestion.changedAt());
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Suggests FAQ entries that answer a question",
      description =
          "At most `most`, best first; none when nothing fits. `answerable` says how likely"
              + " anything answers, `probability` how likely the best is right. `embeddings` names"
              + " the model that took part, or is `none`; then `similarity` is missing."
              + " `passedOver` are the best hits that did not fit well enough. 503 with Retry-After"
              + " while the search cluster does not answer.")
  @RequestBody(content = @Content(schema = @Schema(implementation = Asked.class)))
  public Response suggest(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      return bad("the request is longer than " + LONGEST_BODY + " bytes");
    }
    try {
      return suggest(Json.read(new String(bytes, StandardCharsets.UTF_8), Asked.class));
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON object with these fields");
    }
  }

  private Response suggest(Asked asked) {
    if (asked.text() == null || asked.text().isBlank()) {
      return bad("text: is missing");
    }
    var language = asked.language().flatMap(Languages::find);
    if (asked.language().isPresent() && language.isEmpty()) {
      return bad("language: is none of sv, nb, nn, da, fi, en");
    }
    var audience = audience(asked.audience().orElse("agents"));
    if (audience.isEmpty()) {
      return bad("audience: is neither agents nor public");
    }
    var subject = asked.subject().orElse("");
    var most = asked.most().orElse(MOST);
    if (most < 1 || most > MOST_EVER) {
      return bad("most: is not between 1 and " + MOST_EVER);
    }
    if (asked.brand().isPresent() && brands.find(asked.brand().get()).isEmpty()) {
      return bad("brand: there is none of this name");
    }
    var question = new Question(subject, asked.text(), language, asked.group(), audience.get());
    return answer(asked.brand().map(question::askedUnder).orElse(question), most);
  }

  private Response answer(Question question, int most) {
    try {
      var suggested = suggestions.suggest(question, most);
      return Response.ok(
              Json.write(
                  new Answered(
                      suggested.language().getLanguage(),
                      suggested.answerable(),
                      suggested.probability(),
                      suggested.embeddings().orElse(NO_EMBEDDINGS),
                      suggested.suggestions().stream().map(Found::of).toList(),
                      suggested.passedOver().stream().map(Found::of).toList())))
          .build();
    } catch (SearchUnavailable e) {
      return Problem.of(503, "Search unavailable", "the search cluster does not answer now")
          .header("Retry-After", RETRY_AFTER_SECONDS)
          .build();
    }
  }

  private static Optional<Audience> audience(String code) {
    return switch (code.toLowerCase(Locale.ROOT)) {
      case "agents" -> Optional.of(Audience.AGENTS);
      case "public" -> Optional.of(Audience.PUBLIC);
      default -> Optional.empty();
    };
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad question", detail).build();
  }
}
