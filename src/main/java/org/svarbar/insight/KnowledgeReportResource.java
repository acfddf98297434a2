package org.svarbar.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.insight.Finding.Kind;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Json;
import org.svarbar.platform.Problem;

/** The report on the knowledge for programs. */
@Path("api/knowledge/report")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge")
public class KnowledgeReportResource {

  private static final int PAGE = 100;

  @Inject KnowledgeReport report;

  /** A page of findings; `count` is of all pages. */
  public record Findings(long count, List<Found> findings) {}

  /** One finding as it is sent. */
  public record Found(
      long id,
      String kind,
      String reason,
      Entry entry,
      String says,
      Entry other,
      String otherSays,
      Instant foundAt) {

    static Found of(Finding finding) {
      return new Found(
          finding.id(),
          finding.kind().name().toLowerCase(Locale.ROOT),
          finding.reason(),
          Entry.of(finding.entry()),
          finding.says(),
          finding.other().map(Entry::of).orElse(null),
          finding.otherSays(),
          finding.foundAt());
    }
  }

  /** An entry of a finding. */
  public record Entry(long id, String source, String key, String language, String title) {

    static Entry of(FaqEntry entry) {
      return new Entry(
          entry.id(), entry.source(), entry.key(), entry.language().getLanguage(), entry.title());
    }
  }

  @GET
  @Operation(
      summary = "Says which entries contradict or repeat each other, or may be stale",
      description =
          "At most 100, `page` counted from 0, without what was dismissed. `kind`: contradiction,"
              + " duplicate or stale. `reason`: numbers, negation or links that differ; the same;"
              + " the day of review is over, the latest year that the entry names is over, or it is"
              + " old.")
  public Response open(
      @QueryParam("kind") String kind, @QueryParam("page") @DefaultValue("0") int page) {
    var only = Arrays.stream(Kind.values()).filter(it -> isCalled(it, kind)).findFirst();
    if (kind != null && only.isEmpty()) {
      return Problem.of(400, "Unknown kind", "kind: contradiction, duplicate or stale").build();
    }
    var shown = Math.clamp(page, 0, Integer.MAX_VALUE / PAGE);
    var found = report.open(only, shown, PAGE).stream().map(Found::of).toList();
    return Response.ok(Json.write(new Findings(report.count(only), found))).build();
  }

  private static boolean isCalled(Kind kind, String name) {
    return kind.name().toLowerCase(Locale.ROOT).equals(name);
  }

  @POST
  @Operation(
      summary = "Looks now at what changed",
      description = "It is done by itself every half minute. Answers at once.")
  public Response examine() {
    report.examineNow();
    return Response.accepted().build();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/dismiss")
  @Operation(summary = "Dismisses a finding until one of its entries changes")
  public Response dismiss(@PathParam("id") long id, @Context SecurityContext caller) {
    var who = Optional.ofNullable(caller.getUserPrincipal()).map(it -> it.getName()).orElse("");
    return report.dismiss(id, who)
        ? Response.noContent().build()
        : Problem.of(404, "Unknown finding", "there is no such finding, or it is dismissed")
            .build();
  }
}
