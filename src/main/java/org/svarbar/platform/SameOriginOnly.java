package org.svarbar.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Keeps other sites' pages from changing anything with a signed-in person's browser: such a browser
 * says where a request comes from (`Sec-Fetch-Site`, else `Origin`). Programs say neither, and who
 * they are with each request; whoever says neither and comes with a session is refused.
 */
@WebFilter({"/console/*", "/api/*", "/panel/*"})
public class SameOriginOnly extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject transient Refused refused;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (SAFE.contains(request.getMethod()) || isFromHere(request)) {
      chain.doFilter(request, response);
    } else {
      refused.count(Refused.Why.OTHER_SITE);
      response.sendError(403);
    }
  }

  private static boolean isFromHere(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    var origin = request.getHeader("Origin");
    return origin == null
        ? !isBySessionAlone(request)
        : origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
  }

  private static boolean isBySessionAlone(HttpServletRequest request) {
    return request.getHeader("Authorization") == null && request.getSession(false) != null;
  }
}
