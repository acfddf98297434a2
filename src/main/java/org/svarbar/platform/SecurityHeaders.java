package org.svarbar.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** On every answer, errors included, because a page that forgets them would not be noticed. */
@WebFilter(
    value = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; ";

  @Inject @Any transient Instance<Framing> framings;

  @Inject
  @ConfigProperty(name = "svarbar.https-remembered")
  transient Duration remembered;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    response.setHeader("Content-Security-Policy", POLICY + framing(path));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (request.isSecure() && remembered.isPositive()) {
      // RFC 6797, 7.2: not where it was not https
      response.setHeader(
          "Strict-Transport-Security", "max-age=" + remembered.toSeconds() + "; includeSubDomains");
    }
    chain.doFilter(request, response);
  }

  private String framing(String path) {
    var own = framings.stream().anyMatch(it -> it.framesOurs(path)) ? "frame-src 'self'; " : "";
    var origins =
        framings.stream().flatMap(it -> it.mayFrame(path).stream()).distinct().sorted().toList();
    var by = origins.isEmpty() ? "'none'" : String.join(" ", origins);
    return own + "frame-ancestors " + by;
  }
}
