package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.svarbar.platform.ErrorPages;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Templates;
import org.svarbar.platform.Texts;

/** Tells customers in their language that something went wrong. */
@ApplicationScoped
class HelpErrorPages implements ErrorPages {

  @Inject HttpServletRequest request;

  @Override
  public boolean areFor(String path) {
    return path.startsWith("/help/");
  }

  @Override
  public String html(int status, String reference) {
    return html(status, request);
  }

  static String html(int status, HttpServletRequest request) {
    var language = Languages.preferred(request.getHeader("Accept-Language"));
    return Templates.render(
        "selfservice/error.jte",
        Map.of(
            "texts", Texts.of(SiteView.BUNDLE, language),
            "context", request.getContextPath(),
            "kind", status == 404 ? "page.wrong" : "page.later"));
  }
}
