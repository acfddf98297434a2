package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** Ends the session, at an identity provider as well. */
@Path("console/logout")
@RequestScoped
public class LogOutResource {

  /** How the server calls a log-in by a form of ours. */
  private static final String BY_FORM = "FORM";

  @Inject HttpServletRequest request;
  @Inject Pages pages;

  /**
   * The first page again, which asks for a log-in. Not where that is at a provider elsewhere:
   * browsers let no form of ours lead there.
   */
  @POST
  public Response logOut() throws ServletException {
    var byForm = BY_FORM.equals(request.getAuthType());
    request.logout();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return byForm
        ? Response.seeOther(URI.create("console")).build()
        : Response.ok(pages.html("logged-out", Map.of()), "text/html;charset=UTF-8").build();
  }
}
