package org.svarbar.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.insight.KnowledgeReportResource.Entry;
import org.svarbar.insight.SelfServiceGaps.Unanswered;
import org.svarbar.platform.Json;

/** What customers miss in the knowledge, for programs. */
@Path("api/knowledge/report/self-service")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge")
public class SelfServiceGapsResource {

  @Inject SelfServiceGaps gaps;

  /** Both lists, the most frequent first. */
  public record View(List<Unanswered> unanswered, List<NotHelpful> unhelpful) {}

  /** An entry that did not help, and in how many sessions. */
  public record NotHelpful(Entry entry, long sessions) {}

  @GET
  @Operation(
      summary = "What customers searched for in vain, and which answers did not help them",
      description = "Of all sites together, at most 50 each, of sessions that are still kept.")
  public Response read() {
    var unhelpful =
        gaps.unhelpful().stream()
            .map(it -> new NotHelpful(Entry.of(it.entry()), it.sessions()))
            .toList();
    return Response.ok(Json.write(new View(gaps.unanswered(), unhelpful))).build();
  }
}
