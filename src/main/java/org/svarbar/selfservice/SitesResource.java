package org.svarbar.selfservice;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Problem;
import org.svarbar.ticket.ConnectionId;

/** Sites for administrators. */
@Path("api/sites")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Self-service")
public class SitesResource {

  private static final int LONGEST = 400;

  @Inject HelpSites sites;
  @Inject SiteFigures figures;

  @Inject
  @ConfigProperty(name = "svarbar.public-url")
  String publicUrl;

  /** A site as it is sent, without its secret. */
  public record View(
      String id,
      String key,
      String name,
      List<String> origins,
      List<String> languages,
      String group,
      String connection,
      boolean consentRequired,
      String form,
      String mail,
      String phone,
      String ticketGroup,
      int keepDays,
      int keepUnlinkedDays,
      int solvedAfterDays,
      int holdOutPercent,
      boolean enabled,
      String page,
      String snippet) {

    static View of(HelpSite site, String publicUrl) {
      var snippet = SiteSnippet.of(site, publicUrl);
      return new View(
          site.id(),
          site.key(),
          site.name(),
          site.origins().stream().sorted().toList(),
          site.languages().stream().map(Locale::getLanguage).toList(),
          site.group().orElse(null),
          site.connection().map(ConnectionId::value).orElse(null),
          site.consentRequired(),
          site.contact().form().map(URI::toString).orElse(null),
          site.contact().mail().orElse(null),
          site.contact().phone().orElse(null),
          site.contact().ticketGroup().orElse(null),
          site.keepDays(),
          site.keepUnlinkedDays(),
          site.solvedAfterDays(),
          site.holdOutPercent(),
          site.enabled(),
          snippet.page(),
          snippet.html());
    }
  }

  /** What self-service solved, and what it had no answer to. */
  public record FiguresView(
      SiteFigures.Deflection deflection,
      SiteFigures.HoldOut holdOut,
      List<SiteFigures.Count> withoutAnswer,
      List<SiteFigures.Count> notHelpful) {}

  @GET
  @Path("{id}/figures")
  @Operation(
      summary = "What self-service solved, and what it had no answer to",
      description =
          "`deflection` of sessions of the last `days` (30) whose customers stayed away for the"
              + " site's `solvedAfterDays`: `confirmed` by a vote, `unconfirmed` otherwise. The"
              + " lists are of sessions that are still kept; `notHelpful` names FAQ entries by"
              + " their ids.")
  public Response figures(
      @PathParam("id") String id, @QueryParam("days") @DefaultValue("30") int days) {
    if (sites.read(id).isEmpty()) {
      return unknown();
    }
    if (days < 1 || days > LONGEST) {
      return Problem.of(400, "No such time", "days: 1 to " + LONGEST).build();
    }
    return ok(
        new FiguresView(
            figures.deflection(id, days),
            figures.holdOut(id, days),
            figures.withoutAnswer(id),
            figures.notHelpful(id)));
  }

  @GET
  @Operation(summary = "All sites")
  public Response all() {
    return ok(sites.all().stream().map(site -> View.of(site, publicUrl)).toList());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One site, with what to paste into its pages")
  public Response one(@PathParam("id") String id) {
    return sites
        .read(id)
        .map(site -> ok(View.of(site, publicUrl)))
        .orElseGet(SitesResource::unknown);
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes or changes a site",
      description =
          "201 when it is new, else 200. What is left out is set to its default: all languages,"
              + " consent required, kept for 30 days and without a ticket for 7.")
  public Response put(@PathParam("id") String id, String body) {
    try {
      var isNew = sites.put(id, Json.read(body, SiteForm.class));
      var view = View.of(sites.read(id).orElseThrow(), publicUrl);
      return Response.status(isNew ? 201 : 200).entity(Json.write(view)).build();
    } catch (IllegalArgumentException | Json.UnreadableJson e) {
      return Problem.of(400, "Not a site", e.getMessage()).build();
    }
  }

  @POST
  @Path("{id}/secret")
  @Operation(
      summary = "Gives a fresh secret, by which bots and portals sign, shown only this once",
      description = "The secret before it stays valid until the next one is given.")
  public Response rotate(@PathParam("id") String id) {
    return sites
        .rotateSecret(id)
        .map(secret -> ok(Map.of("secret", secret)))
        .orElseGet(SitesResource::unknown);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Removes a site with all its sessions")
  public Response remove(@PathParam("id") String id) {
    return sites.remove(id) ? Response.noContent().build() : unknown();
  }

  private static Response ok(Object body) {
    return Response.ok(Json.write(body)).build();
  }

  private static Response unknown() {
    return Problem.of(404, "Unknown site", "There is no site of this id.").build();
  }
}
