package org.svarbar.suggestion;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.knowledge.EntryImport;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.Problem;

/** Takes in what requesters asked in the past, and which entry answered it. */
@Path("api/past-questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Past questions")
public class PastQuestionsResource {

  private static final int LARGEST_FILE = 10_000_000;

  @Inject PastQuestions questions;
  @Inject PastQuestionsImport imports;
  @Inject LearnedAssociations learning;

  /**
   * @param known how many there are
   * @param upToDate whether ranking has learned from all of them
   */
  public record Standing(long known, boolean upToDate) {}

  /** What became of an import. */
  public record Report(int added, int known, List<Refused> refused) {}

  /**
   * @param place counted from 1
   */
  public record Refused(int place, String reason) {}

  @GET
  @Operation(summary = "Says how many past questions there are")
  public Response standing() {
    var mark = questions.mark();
    return Response.ok(Json.write(new Standing(mark.count(), learning.isUpTo(mark)))).build();
  }

  @POST
  @Path("import")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Imports past questions",
      description =
          "A JSON array of objects, at most 10 MB: `text` (what was asked), `entrySource` and"
              + " `entryKey` (of the FAQ entry that answered it), `reference` (what your system"
              + " calls it; brought twice, it counts once), and, if known, `language` and"
              + " `askedAt`. Personal identifiers are taken out before anything is stored. What is"
              + " refused is named with the reason, and the others go in.")
  public Response take(@QueryParam("source") String source, InputStream file) throws IOException {
    if (!EntryImport.isSourceName(source)) {
      return bad("source: 1 to 60 letters, digits, dots, hyphens and underscores");
    }
    var bytes = file.readNBytes(LARGEST_FILE + 1);
    if (bytes.length > LARGEST_FILE) {
      return bad("the file is longer than " + LARGEST_FILE + " bytes");
    }
    try {
      var array = Json.array(new String(bytes, StandardCharsets.UTF_8));
      return Response.ok(Json.write(imports.read(source, array))).build();
    } catch (UnreadableJson e) {
      return bad("the body is not a JSON array");
    }
  }

  @DELETE
  @Operation(summary = "Forgets the past questions of a source")
  public Response forget(@QueryParam("source") String source) {
    return Response.ok(Json.write(new Forgotten(questions.remove(String.valueOf(source))))).build();
  }

  /** What was forgotten. */
  public record Forgotten(int questions) {}

  private static Response bad(String detail) {
    return Problem.of(400, "Bad past questions", detail).build();
  }
}
