package org.svarbar.knowledge;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;

/** Takes FAQ entries in, and looks after their index. */
@Path("api/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge")
public class KnowledgeResource {

  @Inject EntryImport imports;
  @Inject ImportFolder folder;
  @Inject IndexWatch index;
  @Inject EmbeddingWorker embeddings;

  /** An import's report as it is sent. */
  public record Report(int added, int changed, int unchanged, List<RefusedEntry> refused) {

    static Report of(ImportReport report, Locale language) {
      return new Report(
          report.added(),
          report.changed(),
          report.unchanged(),
          report.refused().stream()
              .map(refused -> new RefusedEntry(refused.place(), refused.texts(language)))
              .toList());
    }
  }

  /** A row, object or file that did not go in, and why, in the caller's language. */
  public record RefusedEntry(String place, List<String> reasons) {}

  @POST
  @Path("import")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Imports FAQ entries from a file",
      description =
          "The body is the file: `format` csv, json or markdown-zip, at most 10 MB. Entries are"
              + " known by source, key and language; the same file again changes nothing. Refused"
              + " entries are named with reasons in the language of Accept-Language, and the others"
              + " go in; 400 when the file as a whole cannot be read, and then nothing is changed.")
  public Response take(
      @QueryParam("source") String source,
      @QueryParam("format") String format,
      @HeaderParam("Accept-Language") String languages,
      InputStream file)
      throws IOException {
    var as = ImportFormat.find(format);
    if (!EntryImport.isSourceName(source) || as.isEmpty()) {
      return Problem.of(
              400,
              "Import without a source or format",
              "source: 1 to 60 letters, digits, dots, hyphens and underscores; format: csv, json or"
                  + " markdown-zip")
          .build();
    }
    var language = Languages.preferred(languages);
    try {
      var bytes = file.readNBytes(EntryImport.LARGEST_FILE + 1);
      return ok(Report.of(imports.read(source, as.get(), bytes), language));
    } catch (UnreadableImport e) {
      return unreadable(e, language);
    } catch (EntriesChangedMeanwhile e) {
      return Problem.of(409, "Entries changed meanwhile", "nothing was imported; try again")
          .build();
    }
  }

  @POST
  @Path("import-folder")
  @Operation(
      summary = "Imports the folder of Markdown files",
      description =
          "The folder that the setting svarbar.knowledge.import-folder names, as at the start.")
  public Response takeFolder(@HeaderParam("Accept-Language") String languages) {
    var language = Languages.preferred(languages);
    try {
      return folder
          .read()
          .map(report -> ok(Report.of(report, language)))
          .orElseGet(KnowledgeResource::noFolder);
    } catch (UnreadableImport e) {
      return unreadable(e, language);
    } catch (EntriesChangedMeanwhile e) {
      return Problem.of(409, "Entries changed meanwhile", "nothing was imported; try again")
          .build();
    }
  }

  @GET
  @Path("index")
  @Operation(summary = "Says whether the search index is up to date")
  public Response index() {
    return ok(index.status());
  }

  /** How embedding stands, as it is sent. */
  public record Embedded(String model, long behind, String trouble) {}

  @GET
  @Path("embeddings")
  @Operation(
      summary = "Says how far entries are embedded",
      description =
          "`model` is missing where embeddings are off. `behind` entries are found by their words"
              + " alone; `trouble` says what keeps them from being embedded, or nothing.")
  public Response embeddings() {
    var standing = embeddings.standing();
    return ok(new Embedded(standing.model().orElse(null), standing.behind(), standing.trouble()));
  }

  @POST
  @Path("index/rebuild")
  @Operation(
      summary = "Rebuilds the search index from the database",
      description = "Answers at once; the old index serves until the new one is complete.")
  public Response rebuild() {
    index.rebuild();
    return Response.accepted(Json.write(index.status())).build();
  }

  private static Response ok(Object body) {
    return Response.ok(Json.write(body)).build();
  }

  private static Response noFolder() {
    return Problem.of(404, "No folder", "svarbar.knowledge.import-folder is not set").build();
  }

  private static Response unreadable(UnreadableImport e, Locale language) {
    return Problem.of(400, "Unreadable import", e.reason().text(language)).build();
  }
}
