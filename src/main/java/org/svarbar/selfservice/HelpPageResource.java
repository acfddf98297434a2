package org.svarbar.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import jakarta.ws.rs.core.Response;
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

  private static final Contacts.Receipt NOTHING =
      new Contacts.Receipt(Optional.empty(), Optional.empty());

  @Inject HelpRequest request;
  @Inject HttpServletRequest servlet;
  @Inject HelpSearch search;
  @Inject HelpSessions sessions;
  @Inject Contacts contacts;
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
      var form = TicketForm.empty(chance.token());
      return rendered(shown(speaks, session, sought, List.of()).reaching(form));
    }
    if (open != null) {
      var voted = Optional.ofNullable(vote).map("yes"::equals);
      return rendered(opened(shown(speaks, session, sought, List.of()), entry(open), voted));
    }
    return rendered(found(speaks, session, sought));
  }

  /** Opens a ticket; what was typed is shown again where something is wrong. */
  @POST
  @Path("contact")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response contact(
      @FormParam("language") String language,
      @FormParam("session") String token,
      @FormParam("q") @DefaultValue("") String about,
      @FormParam("id") @DefaultValue("") String id,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("text") @DefaultValue("") String text,
      @FormParam("website") @DefaultValue("") String website) {
    if (!request.site().opensTickets()) {
      throw new NotFoundException();
    }
    var speaks = language(Languages.find(language).orElse(Languages.ENGLISH));
    var session = HelpRequest.token(token).flatMap(it -> sessions.open(request.site(), it));
    var form = new ContactForm(id, email, text, Optional.of(about), Optional.of(website));
    var typed = new TicketForm(id, email, text, Optional.empty(), Optional.empty());
    var answer = form.isOfAProgram() ? typed.received(NOTHING) : opened(typed, form, session);
    var status = answer.receipt().isPresent() ? 200 : 422;
    var page = shown(speaks, session, about, List.of()).reaching(answer);
    return Response.status(status).entity(rendered(page)).build();
  }

  private TicketForm opened(
      TicketForm typed, ContactForm form, Optional<HelpSessions.Started> session) {
    try {
      var contact = form.checked();
      if (contacts.refused(request.site(), request.network()).isPresent()) {
        return typed.refused("widget.too-many");
      }
      var token = session.map(HelpSessions.Started::token);
      var key = contacts.accept(request.site(), token, contact);
      return typed.received(contacts.receipt(request.site(), token, key));
    } catch (IllegalArgumentException e) {
      var field = e.getMessage().replaceFirst(":.*", "");
      return typed.refused(field.equals("id") ? "widget.failed" : "widget.wrong-" + field);
    }
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
        Optional.empty());
  }

  private Locale language(Locale wanted) {
    return request.site().language(wanted);
  }

  private static String rendered(HelpPage page) {
    return Templates.render("selfservice/page.jte", Map.of("page", page));
  }
}
