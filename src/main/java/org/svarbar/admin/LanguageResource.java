package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.svarbar.platform.Languages;

/** Keeps the reader's choice of language in a cookie. */
@Path("console/language")
@RequestScoped
public class LanguageResource {

  private static final int KEPT_SECONDS = (int) Duration.ofDays(365).toSeconds();

  @Inject HttpServletRequest request;

  /**
   * @param back the page to return to, a path below the application
   */
  @POST
  public Response choose(@FormParam("language") String tag, @FormParam("back") String back) {
    var language = Languages.find(tag).orElseThrow(BadRequestException::new);
    var cookie =
        new NewCookie.Builder(Pages.LANGUAGE_COOKIE)
            .value(language.toLanguageTag())
            .path(request.getContextPath() + "/console")
            .maxAge(KEPT_SECONDS)
            .sameSite(NewCookie.SameSite.STRICT)
            .httpOnly(true)
            .secure(request.isSecure())
            .build();
    var isOurs = back != null && back.matches("/console(/[A-Za-z0-9-]+)*");
    return Response.seeOther(URI.create(isOurs ? back.substring(1) : "console"))
        .cookie(cookie)
        .build();
  }
}
