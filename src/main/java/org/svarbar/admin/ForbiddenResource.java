package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.svarbar.access.AuditLog;
import org.svarbar.platform.Problem;
import org.svarbar.platform.Refused;

/**
 * What the server answers in place of what somebody may not do. It comes here with the method of
 * that request, so every method says the same.
 */
@Path("console/forbidden")
@RequestScoped
public class ForbiddenResource {

  @Inject ConsoleErrorPages pages;
  @Inject HttpServletRequest request;
  @Inject AuditLog log;
  @Inject Refused counted;

  @GET
  public Response get() {
    if (request.getUserPrincipal() != null) {
      counted.count(Refused.Why.ROLE);
    }
    var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var console = request.getContextPath() + "/console";
    return asked == null || asked.toString().startsWith(console)
        ? Response.status(403).type("text/html;charset=UTF-8").entity(pages.html(403, "")).build()
        : Problem.of(403, "Forbidden", "You are not allowed to do this.").build();
  }

  @POST
  public Response post() {
    return refused();
  }

  @PUT
  public Response put() {
    return refused();
  }

  @DELETE
  public Response delete() {
    return refused();
  }

  /** The server refuses before any filter of ours hears of it. */
  private Response refused() {
    var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (asked != null && request.getUserPrincipal() != null) {
      var path = asked.toString().substring(request.getContextPath().length());
      log.write(request.getUserPrincipal().getName(), request.getMethod(), path, false, "403");
    }
    return get();
  }
}
