package org.svarbar.panel;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.svarbar.access.TicketPass;
import org.svarbar.platform.SearchUnavailable;

/** What the panel shows: parts of its page, for whoever has a pass for the ticket. */
@Path("panel/{connection}/{ticket}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class PanelResource {

  static final int LONGEST_SEARCH = 500;

  @Inject HttpServletRequest request;
  @Inject PanelPages pages;
  @Inject TicketPanels panels;
  @Inject PanelSearch search;
  @Inject Replies replies;
  @Inject LateLook look;

  @GET
  @Path("view")
  @Operation(hidden = true)
  public String view() {
    return view(panels.view(pass(), pages.locale()));
  }

  /** 204 while what the page shows is the newest. */
  @GET
  @Path("news")
  @Produces("text/plain")
  @Operation(hidden = true)
  public Response news(@QueryParam("since") @DefaultValue("") String since) {
    var version = panels.version(pass().ticket());
    return version.equals(since) ? Response.noContent().build() : Response.ok(version).build();
  }

  /** Looks at a ticket that came before we did. */
  @POST
  @Path("look")
  @Operation(hidden = true)
  public String look() {
    return look.at(pass().ticket())
        .map(why -> pages.html("message", pass().ticket(), Map.of("key", why)))
        .orElseGet(this::view);
  }

  @POST
  @Path("search")
  @Operation(hidden = true)
  public String search(
      @FormParam("q") @DefaultValue("") String typed,
      @FormParam("message") @DefaultValue("") String message) {
    var sought = typed.strip();
    if (sought.isEmpty() || sought.length() > LONGEST_SEARCH) {
      return pages.html("message", pass().ticket(), Map.of("key", "search.empty"));
    }
    try {
      var found = search.find(sought, pass().ticket());
      var shown = panels.found(found, message, pass(), pages.locale());
      return pages.html("found", pass().ticket(), Map.of("suggestions", shown));
    } catch (SearchUnavailable e) {
      return pages.html("message", pass().ticket(), Map.of("key", "search.unavailable"));
    }
  }

  /** A reply with greeting and sign-off, to be changed before it is used. */
  @GET
  @Path("reply")
  @Operation(hidden = true)
  public String reply(
      @QueryParam("entry") long entry,
      @QueryParam("message") @DefaultValue("") String message,
      @QueryParam("place") @DefaultValue("s") String place) {
    Optional<String> text = replies.to(pass().ticket(), message, entry);
    return text.map(
            it ->
                pages.html(
                    "editor",
                    pass().ticket(),
                    Map.of("text", it, "entry", entry, "message", message, "place", place)))
        .orElseGet(() -> pages.html("message", pass().ticket(), Map.of("key", "reply.gone")));
  }

  private String view(PanelView view) {
    return pages.html("view", pass().ticket(), Map.of("view", view));
  }

  private TicketPass pass() {
    return PanelGate.pass(request);
  }
}
