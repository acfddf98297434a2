package org.svarbar.panel;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.access.TicketPass;
import org.svarbar.access.TicketPasses;
import org.svarbar.platform.Refused;

/**
 * Lets nobody to a ticket without a pass for it: what is behind takes the pass, never the address,
 * for which ticket it is. The page itself says nothing, and beginning a session shows a pass of
 * another kind.
 */
@WebFilter("/panel/*")
public class PanelGate extends HttpFilter {

  /** The request's header that carries the pass. */
  static final String HEADER = "Svarbar-Panel";

  /** The longest body. */
  static final int LONGEST = 200_000;

  private static final String PASS = "org.svarbar.panel.pass";
  private static final long serialVersionUID = 1L;

  @Inject transient TicketPasses passes;
  @Inject transient Refused refused;

  /** The pass of a request that came through. */
  static TicketPass pass(HttpServletRequest request) {
    return (TicketPass) request.getAttribute(PASS);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = PanelPath.of(request.getServletPath() + Objects.toString(request.getPathInfo(), ""));
    if (request.getContentLengthLong() > LONGEST) {
      response.setStatus(413);
    } else if (path.isEmpty() || path.get().part().isEmpty() || isSession(path.get())) {
      chain.doFilter(request, response);
    } else {
      var pass = pass(request, path.get());
      if (pass.isPresent()) {
        request.setAttribute(PASS, pass.get());
        chain.doFilter(request, response);
      } else {
        refused.count(Refused.Why.PASS);
        response.setStatus(401);
      }
    }
  }

  private static boolean isSession(PanelPath path) {
    return path.part().equals("session");
  }

  private Optional<TicketPass> pass(HttpServletRequest request, PanelPath path) {
    return Optional.ofNullable(request.getHeader(HEADER))
        .flatMap(text -> passes.read(text, TicketPasses.Use.SESSION))
        .filter(pass -> pass.ticket().equals(path.ticket()));
  }
}
