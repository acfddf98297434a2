package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.EntryFilter;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.IndexWatch;
import org.svarbar.platform.Languages;
import org.svarbar.replay.Replay;
import org.svarbar.replay.Replays;

/** The first page: what is set up, how it is doing, what to do next. */
@Path("console")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class OverviewResource {

  private static final String GUIDE = "svarbar-guide";
  private static final String AWAY = "away";
  private static final String SHOWN = "shown";
  private static final int LONG = 365 * 24 * 3600;

  @Inject Pages pages;
  @Inject HttpServletRequest request;
  @Inject ConnectionStandings standings;
  @Inject FaqEntries entries;
  @Inject IndexWatch index;
  @Inject WithdrawnPromises withdrawn;
  @Inject Replays replays;

  @CookieParam(GUIDE)
  @DefaultValue("")
  String guide;

  /** Puts the guide away in this browser, or brings it back. */
  @POST
  @Path("guide")
  public Response guide(@FormParam("guide") @DefaultValue("") String wanted) {
    var cookie =
        new NewCookie.Builder(GUIDE)
            .value(wanted.equals(AWAY) ? AWAY : SHOWN)
            .path(request.getContextPath() + "/console")
            .maxAge(LONG)
            .sameSite(NewCookie.SameSite.STRICT)
            .httpOnly(true)
            .secure(request.isSecure())
            .build();
    return Response.seeOther(URI.create("console")).cookie(cookie).build();
  }

  /** Agents have their work elsewhere: they see what they may try. */
  @GET
  public Response show() {
    return request.isUserInRole("agent")
        ? Response.seeOther(URI.create("console/try")).build()
        : Response.ok(overview()).build();
  }

  private String overview() {
    var standing = standings.all();
    return pages.html(
        "overview",
        Map.of(
            "standings",
            standing,
            "entries",
            entriesByLanguage(),
            "dead",
            standing.stream().mapToLong(ConnectionStanding::dead).sum(),
            "index",
            index.status(),
            "withdrawn",
            withdrawn.all(),
            "hasReplay",
            replays.all().stream().anyMatch(it -> it.standing() == Replay.Standing.FINISHED),
            "guide",
            guide));
  }

  /** Only languages that have any, in their usual order. */
  private Map<Locale, Long> entriesByLanguage() {
    var counts = new LinkedHashMap<Locale, Long>();
    for (var language : Languages.ALL) {
      var count = entries.list(of(language), 0, 1).total();
      if (count > 0) {
        counts.put(language, count);
      }
    }
    return counts;
  }

  private static EntryFilter of(Locale language) {
    return new EntryFilter(
        "", Optional.of(language), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }
}
