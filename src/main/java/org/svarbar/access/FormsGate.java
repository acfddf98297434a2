package org.svarbar.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** Shows nobody a form that they may not send. */
@WebFilter("/console/*")
public class FormsGate extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient Rights rights;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    if (request.getUserPrincipal() == null
        || rights.may(request.getMethod(), path, request::isUserInRole)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
