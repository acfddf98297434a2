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
import org.svarbar.ticket.ConnectionId;

/** The list of connections, and the form for a new one. */
@Path("console/connections")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class ConnectionsResource {

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject ConnectionStandings standings;
  @Inject ConnectionForms forms;
  @Inject ShownOnce shownOnce;
  @Inject HttpServletRequest request;

  @GET
  public String list() {
    return pages.html("connections", Map.of("standings", standings.all()));
  }

  @GET
  @Path("new")
  public String empty() {
    return form(forms.empty(pages.texts().locale()));
  }

  @POST
  public Response add(MultivaluedMap<String, String> sent) {
    var form = forms.checked(Form.of(sent), true, pages.texts());
    if (!form.isRight()) {
      return Response.status(422).entity(form(form)).build();
    }
    var id = new ConnectionId(form.value("id"));
    var connection = connections.add(id, forms.draft(form));
    return Response.seeOther(URI.create("console/connections/" + id + "?done=connection-added"))
        .cookie(showOnce(id, connection.secrets().getFirst(), shownOnce, request))
        .build();
  }

  /** Takes the secret to the page of its connection. */
  static NewCookie showOnce(
      ConnectionId id, String secret, ShownOnce shownOnce, HttpServletRequest request) {
    return new NewCookie.Builder(ShownOnce.COOKIE)
        .value(secret.isEmpty() ? "" : shownOnce.sealed(id, secret))
        .path(request.getContextPath() + "/console/connections/" + id)
        .maxAge(secret.isEmpty() ? 0 : ShownOnce.KEPT_SECONDS)
        .sameSite(NewCookie.SameSite.STRICT)
        .httpOnly(true)
        .secure(request.isSecure())
        .build();
  }

  private String form(Form form) {
    return pages.html(
        "connection-form",
        Map.of(
            "form",
            form,
            "isNew",
            true,
            "kinds",
            forms.kinds(),
            "allowedHosts",
            forms.allowedHosts()));
  }
}
