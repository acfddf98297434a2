package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.svarbar.helpdesk.Connections;
import org.svarbar.selfservice.HelpSites;

/** The places at which customers help themselves, and the form for a new one. */
@Path("console/help-sites")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class HelpSitesConsoleResource {

  @Inject Pages pages;
  @Inject HelpSites sites;
  @Inject Connections connections;

  @GET
  public String list() {
    return pages.html("help-sites", Map.of("sites", sites.all()));
  }

  @GET
  @Path("new")
  public String empty() {
    return form(HelpSiteForms.empty(pages.texts().locale()), true);
  }

  @POST
  @Path("new")
  public Response add(MultivaluedMap<String, String> sent) {
    var typed = Form.of(sent);
    if (sites.read(typed.value("id")).isPresent()) {
      var taken = pages.texts().text("site.wrong.taken");
      return refused(typed.withWrong(Map.of("id", taken)), true);
    }
    return put(typed.value("id"), typed, true);
  }

  /** Makes or changes the site; the form again, with what is wrong, where something is. */
  Response put(String id, Form typed, boolean isNew) {
    try {
      sites.put(id, HelpSiteForms.typed(typed));
      return Response.seeOther(at(id, isNew ? "site-added" : "site-changed")).build();
    } catch (IllegalArgumentException e) {
      var field = HelpSiteForms.field(e.getMessage());
      var why = pages.texts().text("site.wrong." + field);
      return refused(typed.withWrong(Map.of(field, why)), isNew);
    }
  }

  private Response refused(Form form, boolean isNew) {
    return Response.status(422).entity(form(form, isNew)).build();
  }

  String form(Form form, boolean isNew) {
    return pages.html(
        "help-site-form", Map.of("form", form, "isNew", isNew, "connections", connections.all()));
  }

  static URI at(String id, String done) {
    return URI.create("console/help-sites/" + id + "?done=" + done);
  }

  /** An empty secret takes the cookie away. */
  static NewCookie showOnce(
      String site, String secret, ShownOnce shownOnce, HttpServletRequest request) {
    return new NewCookie.Builder(ShownOnce.COOKIE)
        .value(secret.isEmpty() ? "" : shownOnce.sealed("site/" + site, secret))
        .path(request.getContextPath() + "/console/help-sites/" + site)
        .maxAge(secret.isEmpty() ? 0 : ShownOnce.KEPT_SECONDS)
        .sameSite(NewCookie.SameSite.STRICT)
        .httpOnly(true)
        .secure(request.isSecure())
        .build();
  }
}
