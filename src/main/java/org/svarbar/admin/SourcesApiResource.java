package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.platform.Json;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Problem;
import org.svarbar.source.SourceKinds;
import org.svarbar.source.Sources;

/** Sources of knowledge for programs: what the console does, for operators who script it. */
@Path("api/sources")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
public class SourcesApiResource {

  @Inject Sources sources;
  @Inject SourceKinds kinds;
  @Inject FaqEntries entries;

  @GET
  @Operation(summary = "All sources, and how their last runs went")
  public Response all(@HeaderParam("Accept-Language") String languages) {
    var language = Languages.preferred(languages);
    List<SourceView> all =
        sources.all().stream().map(each -> SourceView.of(each, language)).toList();
    return Response.ok(Json.write(all)).build();
  }

  @GET
  @Path("{name}")
  @Operation(summary = "One source, and how its last run went or goes")
  public Response one(
      @PathParam("name") String name, @HeaderParam("Accept-Language") String languages) {
    return sources
        .find(name)
        .map(found -> SourceView.of(found, Languages.preferred(languages)))
        .map(view -> Response.ok(Json.write(view)))
        .orElseGet(SourcesApiResource::unknown)
        .build();
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sets up or changes a source",
      description =
          "`kind` is rt-articles or zammad-knowledge-base with a `connection`, or web, csv, json or"
              + " documents with an `address`. It is read at once, and again every `everySeconds`"
              + " (600). 201 when it is new, else 200; 400 with the reasons in the language of"
              + " Accept-Language.")
  public Response put(
      @PathParam("name") String name,
      @HeaderParam("Accept-Language") String languages,
      String body) {
    var language = Languages.preferred(languages);
    try {
      var form = Json.read(body, SourceBody.class).form(name);
      var wrong = form.wrong(kinds);
      if (!wrong.isEmpty()) {
        var why =
            wrong.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue().text(language))
                .collect(Collectors.joining("; "));
        return Problem.of(400, "Not a source", why).build();
      }
      var isNew = sources.put(form.source());
      var view = SourceView.of(sources.find(name).orElseThrow(), language);
      return Response.status(isNew ? 201 : 200).entity(Json.write(view)).build();
    } catch (Json.UnreadableJson e) {
      return Problem.of(400, "Not a source", e.getMessage()).build();
    }
  }

  @DELETE
  @Path("{name}")
  @Operation(
      summary = "Forgets a source",
      description = "The entries that it brought stay, or are retired with `entries=retire`.")
  public Response remove(
      @PathParam("name") String name, @QueryParam("entries") @DefaultValue("keep") String entries) {
    return done(sources.remove(name, entries.equals("retire")));
  }

  @POST
  @Path("{name}/sync")
  @Operation(summary = "Reads a source now")
  public Response sync(@PathParam("name") String name) {
    return accepted(sources.syncNow(name));
  }

  @POST
  @Path("{name}/cancel")
  @Operation(summary = "Ends the run that goes on; what it has taken in stays")
  public Response cancel(@PathParam("name") String name) {
    return accepted(sources.cancel(name));
  }

  @POST
  @Path("{name}/confirm-removal")
  @Operation(
      summary = "Reads a source now, and retires what it has no more, however much it is",
      description = "For a run that ended as `held`.")
  public Response confirmRemoval(@PathParam("name") String name) {
    return accepted(sources.confirmRemoval(name));
  }

  @POST
  @Path("follow-again/{entry: [0-9]{1,18}}")
  @Operation(
      summary = "Lets an entry that was edited by hand follow its source again",
      description = "The source is read now; what it says replaces the edit.")
  public Response followAgain(@PathParam("entry") long entry) {
    return entries.find(entry).filter(sources::followAgain).isPresent()
        ? Response.accepted().build()
        : Problem.of(404, "Unknown entry", "There is no such entry that left its source.").build();
  }

  private static Response done(boolean isKnown) {
    return (isKnown ? Response.noContent() : unknown()).build();
  }

  private static Response accepted(boolean isKnown) {
    return (isKnown ? Response.accepted() : unknown()).build();
  }

  private static Response.ResponseBuilder unknown() {
    return Problem.of(404, "Unknown source", "There is no such source.");
  }
}
