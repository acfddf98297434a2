package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.platform.Json;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.source.Proposal;
import org.svarbar.source.Proposals;

/** What solved tickets suggest as entries, for programs: what the console's page does. */
@Path("api/proposals")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
public class ProposalsApiResource {

  @Inject Proposals proposals;

  /** A proposal as it is sent. */
  public record Proposed(
      long id,
      String source,
      String connection,
      String ticket,
      String language,
      Optional<String> group,
      String question,
      String answer,
      Instant createdAt) {

    static Proposed of(Proposal proposal) {
      return new Proposed(
          proposal.id(),
          proposal.source(),
          proposal.ticket().connection().value(),
          proposal.ticket().id(),
          proposal.language().toLanguageTag(),
          proposal.group(),
          proposal.question(),
          proposal.answer(),
          proposal.createdAt());
    }
  }

  /**
   * What a person made of a proposal; what is left out stays as it was proposed.
   *
   * @param visibility `public` or `internal`; internal where it is left out
   */
  public record Approved(
      Optional<List<String>> questions,
      Optional<String> answer,
      Optional<String> visibility,
      Optional<String> group) {}

  /** The entry that was made. */
  public record Made(long entry) {}

  @GET
  @Operation(
      summary = "Lists proposals that nobody decided about",
      description = "The oldest first, at most 50.")
  public Response open() {
    return Response.ok(Json.write(proposals.open().stream().map(Proposed::of).toList())).build();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/approve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes an entry of a proposal",
      description =
          "The body, `{}` at least, may hold `questions`, `answer`, `visibility` and `group` as a"
              + " person wrote them in the end. 201 with the entry; 400 with the reasons; 409:"
              + " somebody has decided already, or there is such an entry.")
  public Response approve(
      @PathParam("id") long id, @HeaderParam("Accept-Language") String languages, String body) {
    var proposal = proposals.find(id);
    if (proposal.isEmpty()) {
      return unknown();
    }
    try {
      var form = form(proposal.get(), Json.read(body, Approved.class));
      return form.reasons().isEmpty()
          ? approve(id, form)
          : refused(form, Languages.preferred(languages));
    } catch (Json.UnreadableJson e) {
      return Problem.of(400, "Not an approval", e.getMessage()).build();
    }
  }

  private Response approve(long id, EntryForm form) {
    return proposals
        .approve(id, form.draft())
        .map(entry -> Response.status(201).entity(Json.write(new Made(entry.id()))))
        .orElseGet(
            () ->
                Problem.of(
                    409,
                    "Decided already",
                    "somebody has decided about it, or there is such an entry"))
        .build();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/reject")
  @Operation(summary = "Rejects a proposal; it is not proposed again")
  public Response reject(@PathParam("id") long id) {
    return proposals.reject(id) ? Response.noContent().build() : unknown();
  }

  private static EntryForm form(Proposal proposal, Approved approved) {
    return ProposalsResource.form(
        proposal,
        approved.questions().orElse(List.of(proposal.question())),
        approved.answer().orElse(proposal.answer()),
        approved.visibility().orElse("internal"),
        approved.group().or(proposal::group).orElse(""));
  }

  private static Response refused(EntryForm form, Locale language) {
    var why =
        form.reasons().stream()
            .map(reason -> reason.text(language))
            .collect(Collectors.joining("; "));
    return Problem.of(400, "Not an entry", why).build();
  }

  private static Response unknown() {
    return Problem.of(404, "Unknown proposal", "There is no such open proposal.").build();
  }
}
