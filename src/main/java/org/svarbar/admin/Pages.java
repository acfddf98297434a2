package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.svarbar.access.Rights;
import org.svarbar.access.SessionGate;
import org.svarbar.platform.Assets;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Templates;
import org.svarbar.platform.Texts;

/** Fills a template for the request that is being answered. */
@ApplicationScoped
class Pages {

  static final String LANGUAGE_COOKIE = "svarbar-language";

  private static final Pattern MESSAGE = Pattern.compile("[a-z-]{1,40}");

  /** The role that may do everything. */
  private static final String EVERYTHING = "admin";

  @Inject HttpServletRequest request;
  @Inject Rights rights;
  @Inject Assets assets;
  @Inject Clock clock;

  /**
   * @param template its name in `src/main/jte/admin`
   * @param values the template's parameters but `page`
   */
  String html(String template, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("page", page());
    var html = Templates.render("admin/" + template + ".jte", all);
    return request.getUserPrincipal() == null || request.isUserInRole(EVERYTHING)
        ? html
        : new Allowed(this::may, request.getContextPath(), path()).of(html);
  }

  private boolean may(String method, String path) {
    return rights.may(method, path, request::isUserInRole);
  }

  /** Agents' overview is their helpdesk. */
  private boolean isInMenu(Section section) {
    return may("GET", "/" + section.path())
        && (section != Section.OVERVIEW || !request.isUserInRole("agent"));
  }

  private String path() {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** The whole page, or only its changing part when htmx asks for it. */
  String html(String template, String part, Map<String, Object> values) {
    return html(isPartial() ? part : template, values);
  }

  Texts texts() {
    return Texts.of(Page.BUNDLE, locale());
  }

  private int sessionSeconds() {
    var session = request.getSession(false);
    return session == null || request.getUserPrincipal() == null
        ? 0
        : session.getMaxInactiveInterval();
  }

  private Page page() {
    var zone = ZoneId.systemDefault();
    return new Page(
        texts(),
        assets,
        zone,
        LocalDate.ofInstant(clock.instant(), zone),
        request.getContextPath(),
        path(),
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName),
        SessionGate.isOurUser(request),
        sessionSeconds(),
        Arrays.stream(Section.values()).filter(this::isInMenu).toList(),
        Optional.ofNullable(request.getParameter("done"))
            .filter(key -> MESSAGE.matcher(key).matches())
            .map(key -> "done." + key)
            .filter(texts()::has));
  }

  private Locale locale() {
    return cookies()
        .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
        .flatMap(cookie -> Languages.find(cookie.getValue()).stream())
        .findFirst()
        .orElseGet(() -> Languages.preferred(request.getHeader("Accept-Language")));
  }

  private Stream<Cookie> cookies() {
    return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream);
  }

  /** Whether only a part of a page is asked for; one from htmx's history is wanted as a whole. */
  boolean isPartial() {
    return request.getHeader("HX-Request") != null
        && request.getHeader("HX-History-Restore-Request") == null;
  }
}
