package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.EntryImport;
import org.svarbar.knowledge.ImportFormat;
import org.svarbar.knowledge.ImportReport;
import org.svarbar.knowledge.UnreadableImport;

/** Takes a file of FAQ entries in and says what came of each. */
@Path("console/knowledge/import")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class ImportResource {

  private static final int LONGEST_SOURCE = 100;

  @Inject Pages pages;
  @Inject EntryImport imports;

  @GET
  public String show() {
    return page(new Form(Map.of(), Map.of()), Optional.empty());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(@FormParam("source") EntityPart source, @FormParam("file") EntityPart file)
      throws IOException {
    var name = text(source);
    var form = new Form(Map.of("source", name), Map.of());
    if (!EntryImport.isSourceName(name)) {
      return refused(form, "source", pages.texts().text("import.source.wrong"));
    }
    var format = format(file);
    if (format.isEmpty()) {
      return refused(form, "file", pages.texts().text("import.file.wrong"));
    }
    try (var content = file.getContent()) {
      var bytes = content.readNBytes(EntryImport.LARGEST_FILE + 1);
      return Response.ok(page(form, Optional.of(imports.read(name, format.get(), bytes)))).build();
    } catch (UnreadableImport e) {
      return refused(form, "file", e.reason().text(pages.texts().locale()));
    }
  }

  private Response refused(Form form, String field, String why) {
    return Response.status(422)
        .entity(page(form.withWrong(Map.of(field, why)), Optional.empty()))
        .build();
  }

  private String page(Form form, Optional<ImportReport> report) {
    return pages.html("import", Map.of("form", form, "report", report));
  }

  private static String text(EntityPart part) throws IOException {
    if (part == null) {
      return "";
    }
    try (var content = part.getContent()) {
      return new String(content.readNBytes(LONGEST_SOURCE), java.nio.charset.StandardCharsets.UTF_8)
          .strip();
    }
  }

  /** By the file's name, since browsers name content types as they like. */
  private static Optional<ImportFormat> format(EntityPart file) {
    var name =
        Optional.ofNullable(file)
            .flatMap(EntityPart::getFileName)
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return Optional.of(ImportFormat.CSV);
    }
    if (name.endsWith(".json")) {
      return Optional.of(ImportFormat.JSON);
    }
    return name.endsWith(".zip") ? Optional.of(ImportFormat.MARKDOWN_ZIP) : Optional.empty();
  }
}
