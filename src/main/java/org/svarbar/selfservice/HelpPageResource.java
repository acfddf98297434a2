package org.svarbar.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Languages;
import org.svarbar.platform.SearchUnavailable;
import org.svarbar.platform.Templates;
import org.svarbar.platform.Texts;
import org.svarbar.redaction.Redaction;

/**
 * A site's help as a page of its own, which needs no JavaScript. The session's id goes from form to
 * form, never into an address.
 */
@Path("help/{site}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class HelpPageResource {

  @Inject HelpRequest request;
  @Inject HttpServletRequest servlet;
  @Inject HelpSearch search;
  @Inject HelpSessions sessions;
  @Inject Chance chance;
  @Inject Clock clock;

  @GET
  @Operation(hidden = true)
  public String page(
      @QueryParam("language") String language, @HeaderParam("Accept-Language") String accepted) {
    var wanted = Languages.find(language).orElseGet(() -> Languages.preferred(accepted));
    return rendered(shown(language(wanted), Optional.empty(), "", List.of()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public String next(
      @FormParam("language") String language,
      @FormParam("session") String token,
      @FormParam("keep") String keep,
      @FormParam("q") String text,
      @FormParam("open") String open,
      @FormParam("vote") String vote,
      @FormParam("contact") String contact) {
    var speaks = language(Languages.find(language).orElse(Languages.ENGLISH));
    var session = session(token, keep != null, speaks);
    var sought = Optional.ofNullable(text).orElse("").strip();
    sought = sought.substring(0, Math.min(sought.length(), HelpSearch.LONGEST));
    if (contact != null) {
      tell(session, SessionEvent.Kind.CONTACT, "", List.of(), Optional.empty());
      return rendered(shown(speaks, session, sought, List.of()).reaching());
    }
    if (open != null) {
      var voted = Optional.ofNullable(vote).map("yes"::equals);
      return rendered(opened(shown(speaks, session, sought, List.of()), entry(open), voted));
    }
    return rendered(found(speaks, session, sought));
  }

  private HelpPage found(Locale language, Optional<HelpSessions.Started> session, String sought) {
    if (sought.isEmpty()) {
      return shown(language, session, "", List.of());
    }
    try {
      var hits = search.find(request.site(), sought, language);
      var ids = hits.stream().map(hit -> hit.suggestion().entryId()).toList();
      tell(session, SessionEvent.Kind.SEARCH, sought, ids, Optional.empty());
      return shown(language, session, sought, hits);
    } catch (HelpSearch.Busy | SearchUnavailable e) {
      throw new ServiceUnavailableException();
    }
  }

  private HelpPage opened(HelpPage page, FaqEntry entry, Optional<Boolean> voted) {
    var kind = voted.isPresent() ? SessionEvent.Kind.VOTE : SessionEvent.Kind.OPENED;
    tell(page.session(), kind, "", List.of(entry.id()), voted);
    return page.opened(entry, voted);
  }

  private FaqEntry entry(String id) {
    return Optional.of(id)
        .filter(written -> written.matches("[0-9]{1,18}"))
        .flatMap(written -> search.entry(request.site(), Long.parseLong(written)))
        .orElseThrow(NotFoundException::new);
  }

  private Optional<HelpSessions.Started> session(String token, boolean keep, Locale language) {
    var known = HelpRequest.token(token).flatMap(it -> sessions.open(request.site(), it));
    var may = keep || !request.site().consentRequired();
    return known.isPresent() || !may
        ? known
        : Optional.of(sessions.start(request.site(), language, false));
  }

  private void tell(
      Optional<HelpSessions.Started> session,
      SessionEvent.Kind kind,
      String text,
      List<Long> entries,
      Optional<Boolean> helpful) {
    session.ifPresent(
        known ->
            sessions.append(
                request.site(),
                known.token(),
                List.of(
                    new SessionEvent(
                        chance.token(),
                        kind,
                        clock.instant(),
                        Redaction.of(text).text(),
                        entries,
                        0,
                        helpful))));
  }

  private HelpPage shown(
      Locale language,
      Optional<HelpSessions.Started> session,
      String sought,
      List<HelpSearch.Hit> hits) {
    return new HelpPage(
        request.site(),
        Texts.of(SiteView.BUNDLE, language),
        servlet.getContextPath(),
        session,
        sought,
        hits,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private Locale language(Locale wanted) {
    return request.site().language(wanted);
  }

  private static String rendered(HelpPage page) {
    return Templates.render("selfservice/page.jte", Map.of("page", page));
  }
}
