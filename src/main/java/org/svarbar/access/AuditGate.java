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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sees to it that whatever somebody changes by console or API, or is refused, leaves a record: that
 * of the transaction that changed it, or else one afterwards. So no resource can forget it.
 */
@WebFilter({"/console/*", "/api/*"})
public class AuditGate extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String SEEN = "org.svarbar.access.seen";

  /** What is sent and changes nothing: questions, tries, and the choice of a language. */
  private static final Pattern CHANGES_NOTHING =
      Pattern.compile(
          "/console/(try|language|login|forbidden|knowledge/preview|triage/[^/]+/try)"
              + "|/api/(suggestions|triage/try)"
              + "|/(console|api)/connections/[^/]+/probe");

  @Inject transient AuditLog log;
  @Inject transient Clock clock;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getUserPrincipal() == null) {
      chain.doFilter(request, response);
      return;
    }
    var who = request.getUserPrincipal().getName();
    noticeLogIn(who, request.getSession(false));
    var path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    if (SAFE.contains(request.getMethod()) || CHANGES_NOTHING.matcher(path).matches()) {
      chain.doFilter(request, response);
    } else {
      audit(
          new AuditedRequest(who, request.getMethod(), path, clock),
          who,
          path,
          request,
          response,
          chain);
    }
  }

  private void audit(
      AuditedRequest audited,
      String who,
      String path,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    audited.begin();
    var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      audited.end();
      if (!audited.isWritten() || status >= 400) {
        var refusal = status >= 400 ? Integer.toString(status) : "";
        log.write(who, request.getMethod(), path, status < 400, refusal);
      }
    }
  }

  /** By form, or by an identity provider: whoever has a session that nobody saw before. */
  private void noticeLogIn(String who, HttpSession session) {
    if (session != null && !who.equals(session.getAttribute(SEEN))) {
      session.setAttribute(SEEN, who);
      log.write(who, AuditRecord.LOG_IN, "", true, "");
    }
  }
}
