package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.source.Proposal;
import org.svarbar.source.Proposals;

/** What solved tickets suggest as entries: a person approves, edits or rejects it. */
@Path("console/proposals")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class ProposalsResource {

  @Inject Pages pages;
  @Inject Proposals proposals;

  @GET
  public String list() {
    return page(new Form(Map.of(), Map.of()));
  }

  @POST
  @Path("{id: [0-9]{1,18}}/approve")
  public Response approve(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
    var proposal = proposals.find(id).orElseThrow(NotFoundException::new);
    var typed = entry(proposal, Form.of(sent));
    var why =
        typed.reasons().stream()
            .findFirst()
            .map(reason -> reason.text(pages.texts().locale()))
            .or(() -> notAdded(id, typed));
    return why.map(text -> refused(id, text)).orElseGet(() -> back("proposal-approved"));
  }

  @POST
  @Path("{id: [0-9]{1,18}}/reject")
  public Response reject(@PathParam("id") long id) {
    if (!proposals.reject(id)) {
      throw new NotFoundException();
    }
    return back("proposal-rejected");
  }

  private Optional<String> notAdded(long id, EntryForm typed) {
    return proposals.approve(id, typed.draft()).isPresent()
        ? Optional.empty()
        : Optional.of(pages.texts().text("proposal.decided"));
  }

  private Response refused(long id, String why) {
    var form = new Form(Map.of(), Map.of("question-" + id, why));
    return Response.status(422).entity(page(form)).build();
  }

  private String page(Form form) {
    return pages.html("proposals", Map.of("proposals", proposals.open(), "form", form));
  }

  private static EntryForm entry(Proposal proposal, Form typed) {
    return form(
        proposal,
        List.of(typed.value("question").split("\\R")),
        typed.value("answer"),
        typed.value("visibility"),
        proposal.group().orElse(""));
  }

  /** The entry that a proposal becomes, as a person wrote it in the end; not yet checked. */
  static EntryForm form(
      Proposal proposal, List<String> questions, String answer, String visibility, String group) {
    return new EntryForm(
        "ticket-" + proposal.ticket().connection().value() + "-" + proposal.ticket().id(),
        proposal.language().toLanguageTag(),
        visibility,
        group,
        questions,
        answer,
        "markdown",
        "",
        "");
  }

  private static Response back(String done) {
    return Response.seeOther(URI.create("console/proposals?done=" + done)).build();
  }
}
