package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.svarbar.access.AuditLog;
import org.svarbar.access.SessionGate;
import org.svarbar.platform.Problem;

/**
 * What the server answers in place of what somebody asked for without having logged in. It forwards
 * with the method of that request, so every method says the same.
 */
@Path("console/login")
@RequestScoped
public class LogInResource {

  private static final String BASIC = "Basic ";

  @Inject Pages pages;
  @Inject AuditLog log;
  @Inject HttpServletRequest request;

  @GET
  public Response get(@QueryParam("failed") boolean failed) {
    refusedName().ifPresent(log::refuseLogIn);
    return isForProgram() ? refusal() : page(failed);
  }

  @POST
  public Response post(@QueryParam("failed") boolean failed) {
    return get(failed);
  }

  @PUT
  public Response put(@QueryParam("failed") boolean failed) {
    return get(failed);
  }

  @DELETE
  public Response delete(@QueryParam("failed") boolean failed) {
    return get(failed);
  }

  /** Of somebody who tried to log in just now; the server comes here by itself then. */
  private Optional<String> refusedName() {
    if (request.getDispatcherType() != DispatcherType.FORWARD) {
      return Optional.empty();
    }
    var typed = request.getParameter("j_username");
    return typed != null ? Optional.of(typed) : basicName();
  }

  private Optional<String> basicName() {
    var sent = request.getHeader("Authorization");
    if (sent == null || !sent.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      var pair = Base64.getDecoder().decode(sent.substring(BASIC.length()).strip());
      return Optional.of(new String(pair, StandardCharsets.UTF_8).split(":", 2)[0]);
    } catch (IllegalArgumentException e) {
      return Optional.of("");
    }
  }

  private boolean isForProgram() {
    var asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    return asked != null && asked.toString().startsWith(request.getContextPath() + "/api");
  }

  /**
   * The server has begun a session to come back to this request after the log-in: programs do not.
   */
  private Response refusal() {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return Problem.of(401, "Unauthorized", "log in with HTTP Basic")
        .header("WWW-Authenticate", "Basic realm=\"Svarbar\", charset=\"UTF-8\"")
        .build();
  }

  private Response page(boolean failed) {
    SessionGate.endSoonUnlessLoggedIn(request);
    return Response.ok(pages.html("log-in", Map.of("failed", failed)), "text/html;charset=UTF-8")
        .build();
  }
}
