package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.svarbar.insight.Finding;
import org.svarbar.insight.Finding.Kind;
import org.svarbar.insight.KnowledgeReport;
import org.svarbar.insight.SelfServiceGaps;

/** Entries that contradict or repeat each other, or that may be stale. */
@Path("console/knowledge/report")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class FindingsResource {

  private static final int ROWS = 50;

  @Inject Pages pages;
  @Inject KnowledgeReport report;
  @Inject SelfServiceGaps gaps;

  @GET
  public String list(
      @QueryParam("kind") @DefaultValue("") String kind, @QueryParam("page") int page) {
    var only = kind(kind);
    var shown = Math.clamp(page, 0, Integer.MAX_VALUE / ROWS);
    var query = "?" + only.map(it -> "kind=" + word(it)).orElse("");
    return pages.html(
        "findings",
        Map.of(
            "findings",
            report.open(only, shown, ROWS),
            "kind",
            only,
            "unanswered",
            only.isEmpty() && shown == 0 ? gaps.unanswered() : List.of(),
            "unhelpful",
            only.isEmpty() && shown == 0 ? gaps.unhelpful() : List.of(),
            "paging",
            Paging.of(shown, report.count(only), ROWS, query)));
  }

  @POST
  @Path("{id: [0-9]{1,18}}/dismiss")
  public Response dismiss(
      @PathParam("id") long id,
      @FormParam("kind") @DefaultValue("") String kind,
      @Context SecurityContext caller) {
    if (!report.dismiss(id, caller.getUserPrincipal().getName())) {
      throw new NotFoundException();
    }
    var only = kind(kind).map(it -> "kind=" + word(it) + "&").orElse("");
    return Response.seeOther(
            URI.create("console/knowledge/report?" + only + "done=finding-dismissed"))
        .build();
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The key of the sentence that says why. */
  static String reason(Finding finding) {
    return "finding." + word(finding.kind()) + "." + finding.reason();
  }

  private static Optional<Kind> kind(String word) {
    return Arrays.stream(Kind.values()).filter(it -> word(it).equals(word)).findFirst();
  }
}
