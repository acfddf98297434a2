package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.selfservice.HelpSessions;
import org.svarbar.selfservice.HelpSite;
import org.svarbar.selfservice.HelpSites;
import org.svarbar.selfservice.SiteFigures;
import org.svarbar.selfservice.SiteSnippet;

/** One place of self-service: what to paste, what it solved, its secret, and changing it. */
@Path("console/help-sites/{id: (?!new$)[a-z0-9-]+}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class HelpSiteConsoleResource {

  private static final int DAYS = 30;

  @Inject Pages pages;
  @Inject HelpSites sites;
  @Inject HelpSessions sessions;
  @Inject SiteFigures figures;
  @Inject HelpSitesConsoleResource forms;
  @Inject ShownOnce shownOnce;
  @Inject HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "svarbar.public-url")
  String publicUrl;

  @PathParam("id")
  String id;

  @GET
  public Response show(@CookieParam(ShownOnce.COOKIE) @DefaultValue("") String sealed) {
    var site = site();
    return Response.ok(page(site, shownOnce.opened("site/" + site.id(), sealed), ""))
        .cookie(HelpSitesConsoleResource.showOnce(site.id(), "", shownOnce, request))
        .build();
  }

  @GET
  @Path("edit")
  public String edit() {
    return forms.form(HelpSiteForms.of(site()), false);
  }

  @POST
  public Response change(MultivaluedMap<String, String> sent) {
    var values = new java.util.HashMap<>(Form.of(sent).values());
    values.put("id", site().id());
    return forms.put(id, new Form(values, Map.of()), false);
  }

  @POST
  @Path("secret")
  public Response rotateSecret() {
    var secret = sites.rotateSecret(id).orElseThrow(NotFoundException::new);
    return Response.seeOther(HelpSitesConsoleResource.at(id, "site-secret"))
        .cookie(HelpSitesConsoleResource.showOnce(id, secret, shownOnce, request))
        .build();
  }

  @POST
  @Path("remove")
  public Response remove() {
    if (!sites.remove(id)) {
      throw new NotFoundException();
    }
    return Response.seeOther(java.net.URI.create("console/help-sites?done=site-removed")).build();
  }

  /** Finds a session by what its customer reads out or writes. */
  @POST
  @Path("find")
  public Response find(@FormParam("code") @DefaultValue("") String heard) {
    return sessions
        .lookUp(site(), heard)
        .map(found -> HelpSessionConsoleResource.at(id, found.reference(), ""))
        .map(address -> Response.seeOther(address).build())
        .orElseGet(
            () -> Response.status(404).entity(page(site(), Optional.empty(), heard)).build());
  }

  private String page(HelpSite site, Optional<String> secret, String missed) {
    return pages.html(
        "help-site",
        Map.of(
            "site",
            site,
            "snippet",
            SiteSnippet.of(site, publicUrl),
            "secret",
            secret,
            "missed",
            missed,
            "deflection",
            figures.deflection(site.id(), DAYS),
            "holdOut",
            figures.holdOut(site.id(), DAYS)));
  }

  private HelpSite site() {
    return sites.read(id).orElseThrow(NotFoundException::new);
  }
}
