package org.svarbar.suggestion;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/** Shows what was learned from translated entries. */
@Path("api/lexicon")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lexicon")
public class LexiconResource {

  private static final int LONGEST_TEXT = 1000;

  @Inject LearnedLexicon lexicons;

  /**
   * @param upToDate whether it was learned from the entries as they are now
   */
  public record Standing(boolean upToDate, List<Direction> directions) {}

  /**
   * @param words of how many words there are translations
   */
  public record Direction(String from, String to, int words) {}

  /** A word that says something, as it is read in the other language. */
  public record Read(String word, List<Meaning> translations) {}

  /**
   * @param stem what the translation compares by
   * @param probability 0 to 1
   */
  public record Meaning(String stem, double probability) {}

  @GET
  @Operation(summary = "Says between which languages translations of words are known")
  public Response standing() {
    var words = lexicons.now().what().words();
    var directions =
        words.entrySet().stream()
            .map(
                it ->
                    new Direction(
                        it.getKey().from().getLanguage(),
                        it.getKey().to().getLanguage(),
                        it.getValue()))
            .sorted(Comparator.comparing(Direction::from).thenComparing(Direction::to))
            .toList();
    return Response.ok(Json.write(new Standing(lexicons.isUpToDate(), directions))).build();
  }

  @GET
  @Path("words")
  @Operation(
      summary = "Shows how the words of a text are translated",
      description =
          "`from` and `to` are two of sv, nb, nn, da, fi, en; `text` has at most 1,000 characters.")
  public Response words(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("text") String text) {
    var asked = Languages.find(from);
    var read = Languages.find(to);
    if (asked.isEmpty() || read.isEmpty() || asked.equals(read)) {
      return bad("from, to: are not two of sv, nb, nn, da, fi, en");
    }
    if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
      return bad("text: 1 to " + LONGEST_TEXT + " characters");
    }
    var translations = lexicons.now().what().translations(asked.get(), read.get());
    return Response.ok(
            Json.write(
                Terms.of(text, asked.get()).words().stream()
                    .filter(word -> !word.stop())
                    .map(word -> new Read(word.original(), meanings(translations, word)))
                    .toArray(Read[]::new)))
        .build();
  }

  private static List<Meaning> meanings(Optional<Translations> known, Word word) {
    return known.map(it -> it.of(word.key())).orElse(List.of()).stream()
        .map(it -> new Meaning(it.word(), it.probability()))
        .toList();
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad question about words", detail).build();
  }
}
