package org.svarbar.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends sessions that have lasted long enough, and those of users who are gone or have another
 * password. Who logs in at a provider is none of our users: that one says who may.
 */
@WebFilter({"/console/*", "/api/*"})
public class SessionGate extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int SECONDS_TO_LOG_IN = 15 * 60;
  private static final String BEGUN = "org.svarbar.access.begun";

  /** How the server calls the ways in that know our users. */
  private static final Set<String> OF_OUR_USERS = Set.of("FORM", "BASIC");

  @Inject transient Users users;
  @Inject transient Clock clock;

  @Inject
  @ConfigProperty(name = "svarbar.console.session-longest")
  transient Duration longest;

  /** Has the session count from then on, for somebody who changed their own password. */
  public static void beginAnew(HttpSession session, Instant time) {
    // rounded up: what is stored of the change may be later than what a millisecond holds
    session.setAttribute(BEGUN, time.toEpochMilli() + 1);
  }

  /** Whether somebody logged in as one of our users, and not at a provider. */
  public static boolean isOurUser(HttpServletRequest request) {
    return request.getUserPrincipal() != null && OF_OUR_USERS.contains(request.getAuthType());
  }

  /**
   * Has a session that the server began to come back to what somebody asked for, and in which it
   * keeps what they sent, end when they do not log in.
   */
  public static void endSoonUnlessLoggedIn(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null && request.getUserPrincipal() == null) {
      session.setMaxInactiveInterval(SECONDS_TO_LOG_IN);
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var session = request.getSession(false);
    if (session == null || request.getUserPrincipal() == null || goesOn(request, session)) {
      chain.doFilter(request, response);
      return;
    }
    request.logout();
    session.invalidate();
    if (request.getRequestURI().startsWith(request.getContextPath() + "/api")) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(request.getContextPath() + "/console");
    }
  }

  private boolean goesOn(HttpServletRequest request, HttpSession session) {
    if (session.getAttribute(BEGUN) == null) {
      beginAnew(session, clock.instant());
      session.setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * 60);
    }
    var begun = Instant.ofEpochMilli((Long) session.getAttribute(BEGUN));
    return begun.plus(longest).isAfter(clock.instant())
        && (!isOurUser(request)
            || users.isUnchangedSince(request.getUserPrincipal().getName(), begun));
  }
}
