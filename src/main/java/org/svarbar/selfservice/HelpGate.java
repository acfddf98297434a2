package org.svarbar.selfservice;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.svarbar.platform.Json;
import org.svarbar.platform.Problem;
import org.svarbar.platform.RateLimit;
import org.svarbar.platform.Refused;

/**
 * Refuses, before anything else is done, what comes too often, what is too long, what names no site
 * and what comes from a page that the site does not know. Reads no body, asks nobody, logs nothing:
 * a flood costs next to nothing here.
 */
@WebFilter({"/help-api/*", "/help/*", "/sites/*"})
public class HelpGate extends HttpFilter {

  /** The request's attribute that holds the {@link HelpSite}. */
  static final String SITE = "org.svarbar.selfservice.site";

  /** The longest body. */
  static final int LONGEST = 16_384;

  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final int BURST_SHARE = 3;

  @Inject transient HelpSites sites;
  @Inject transient SelfServiceSettings settings;
  @Inject transient Refused refused;

  private transient RateLimit ofAddresses;
  private transient RateLimit ofSites;

  @Override
  public void init() {
    var perMinute = settings.requestsPerMinute();
    ofAddresses = new RateLimit(Math.max(1, perMinute / BURST_SHARE), perMinute / 60.0);
    var perSecond = settings.siteRequestsPerSecond();
    ofSites = new RateLimit(2.0 * perSecond, perSecond);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = path(request).split("/", 4);
    var isApi = path[1].equals("help-api");
    var named = path.length > 2 ? path[2] : "";
    var site = (isApi ? sites.withKey(named) : sites.find(named)).filter(HelpSite::enabled);
    if (site.isEmpty()) {
      refuse(
          request, response, 404, "Unknown site", "There is no such site, or it is switched off.");
    } else if (!ofAddresses.takes(
        site.get().id() + " " + RateLimit.network(request.getRemoteAddr()), System.nanoTime())) {
      tooMany(request, response, ofAddresses);
    } else if (!ofSites.takes(site.get().id(), System.nanoTime())) {
      tooMany(request, response, ofSites);
    } else if (request.getContentLengthLong() > LONGEST) {
      refuse(request, response, 413, "Too long", "The body is longer than " + LONGEST + " bytes.");
    } else if (!isApi || isFromThere(request, response, site.get())) {
      request.setAttribute(SITE, site.get());
      chain.doFilter(request, response);
    }
  }

  /** Below the application and decoded, as the server takes it: an address has many spellings. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
  }

  /** Answers itself what the browser asks before it asks, and what is refused. */
  private static boolean isFromThere(
      HttpServletRequest request, HttpServletResponse response, HelpSite site) throws IOException {
    var origin = request.getHeader("Origin");
    response.addHeader("Vary", "Origin");
    if (origin == null) {
      if (!SAFE.contains(request.getMethod())) {
        refuse(
            request,
            response,
            403,
            "No origin",
            "The request does not say which page it comes from.");
      }
      return SAFE.contains(request.getMethod());
    }
    if (!site.origins().contains(origin.toLowerCase(Locale.ROOT))) {
      refuse(
          request,
          response,
          403,
          "Other origin",
          "The site's help is not for pages of this origin.");
      return false;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", "Retry-After");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST");
      response.setHeader("Access-Control-Allow-Headers", "Content-Type, Svarbar-Session");
      response.setHeader("Access-Control-Max-Age", "7200");
      response.setStatus(204);
      return false;
    }
    return true;
  }

  private void tooMany(HttpServletRequest request, HttpServletResponse response, RateLimit limit)
      throws IOException {
    refused.count(Refused.Why.TOO_OFTEN);
    response.setHeader("Retry-After", Long.toString(limit.secondsToWait()));
    refuse(request, response, 429, "Too many requests", "Wait a little before you try again.");
  }

  private static void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String title,
      String detail)
      throws IOException {
    response.setStatus(status);
    if (path(request).startsWith("/help/")) {
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().write(HelpErrorPages.html(status, request));
      return;
    }
    response.setContentType(Problem.MEDIA_TYPE);
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString());
  }
}
