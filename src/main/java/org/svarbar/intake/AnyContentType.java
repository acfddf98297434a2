package org.svarbar.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Webhooks are bytes, whatever their sender calls them: some send no content type, some one that
 * JAX-RS refuses to parse.
 */
@WebFilter("/webhooks/*")
public class AnyContentType extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "Content-Type";
  private static final String BYTES = "application/octet-stream";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new AsBytes(request), response);
  }

  private static final class AsBytes extends HttpServletRequestWrapper {

    AsBytes(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      return BYTES;
    }

    @Override
    public String getHeader(String name) {
      return HEADER.equalsIgnoreCase(name) ? BYTES : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return HEADER.equalsIgnoreCase(name)
          ? Collections.enumeration(Collections.singleton(BYTES))
          : super.getHeaders(name);
    }
  }
}
