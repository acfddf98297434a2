package org.svarbar.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.access.TicketPass;

/** What agents do in the panel. */
@Path("panel/{connection}/{ticket}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class PanelActsResource {

  private static final int LONGEST_REPLY = 50_000;
  private static final int LONGEST_PRESS = 100;

  @Inject HttpServletRequest request;
  @Inject PanelPages pages;
  @Inject Votes votes;
  @Inject Drafts drafts;
  @Inject NewEntries newEntries;

  @POST
  @Path("vote")
  @Operation(hidden = true)
  public String vote(
      @FormParam("entry") long entry,
      @FormParam("message") @DefaultValue("") String message,
      @FormParam("place") @DefaultValue("s") String place,
      @FormParam("right") boolean right,
      @FormParam("reason") @DefaultValue("") String reason) {
    var vote = votes.vote(pass(), message, entry, right, PanelAct.Reason.find(reason));
    return pages.html(
        "vote",
        pass().ticket(),
        Map.of("place", place, "entry", entry, "message", message, "vote", vote));
  }

  /** Remembers that a suggestion was used. */
  @POST
  @Path("acts")
  @Operation(hidden = true)
  public Response used(
      @FormParam("entry") long entry,
      @FormParam("message") @DefaultValue("") String message,
      @FormParam("act") @DefaultValue("") String act) {
    PanelAct.Kind.find(act)
        .filter(kind -> kind != PanelAct.Kind.VOTED)
        .ifPresent(kind -> votes.used(pass(), message, entry, kind));
    return Response.noContent().build();
  }

  /**
   * Has a reply saved as the helpdesk's draft: says the draft's key, `not-supported` or `failed`.
   */
  @POST
  @Path("draft")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String draft(
      @FormParam("text") @DefaultValue("") String text,
      @FormParam("press") @DefaultValue("") String press) {
    if (text.isBlank() || text.length() > LONGEST_REPLY || press.length() > LONGEST_PRESS) {
      return Drafts.FAILED;
    }
    var key = drafts.accept(pass().ticket(), text, press);
    drafts.begin();
    return key;
  }

  /** How it went: `saved`, `waiting` or `failed`. */
  @GET
  @Path("draft")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String draft(@QueryParam("key") @DefaultValue("") String key) {
    return drafts.state(pass().ticket(), key);
  }

  @GET
  @Path("proposal")
  @Operation(hidden = true)
  public String proposal() {
    return proposal(newEntries.begun(pass().ticket()), Optional.empty());
  }

  @POST
  @Path("proposal")
  @Operation(hidden = true)
  public String propose(
      @FormParam("question") @DefaultValue("") String question,
      @FormParam("answer") @DefaultValue("") String answer) {
    var typed = new NewEntries.Typed(question.strip(), answer.strip());
    var outcome = newEntries.propose(pass().ticket(), typed);
    return outcome == NewEntries.Outcome.REFUSED
        ? proposal(typed, Optional.of("proposal.refused"))
        : pages.html("message", pass().ticket(), Map.of("key", outcome.text()));
  }

  private String proposal(NewEntries.Typed typed, Optional<String> wrong) {
    return pages.html(
        "proposal", pass().ticket(), Map.of("typed", typed, "wrong", wrong.orElse("")));
  }

  private TicketPass pass() {
    return PanelGate.pass(request);
  }
}
