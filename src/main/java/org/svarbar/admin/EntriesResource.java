package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.knowledge.IndexWatch;

/** The list of FAQ entries, and the form for a new one. */
@Path("console/knowledge")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class EntriesResource {

  private static final int ROWS = 50;

  /** Names the entries that were written here. */
  private static final String SOURCE = "console";

  @Inject Pages pages;
  @Inject FaqEntries entries;
  @Inject IndexWatch index;

  @GET
  public String list(
      @QueryParam("text") @DefaultValue("") String text,
      @QueryParam("language") @DefaultValue("") String language,
      @QueryParam("visibility") @DefaultValue("") String visibility,
      @QueryParam("group") @DefaultValue("") String group,
      @QueryParam("retired") boolean retired,
      @QueryParam("page") int page) {
    var choice = EntryChoice.of(text, language, visibility, group, retired, entries.groups());
    var shown = Math.clamp(page, 0, Integer.MAX_VALUE / ROWS);
    var found = entries.list(choice.filter(), shown, ROWS);
    return pages.html(
        "entries",
        "entry-list",
        Map.of(
            "choice",
            choice,
            "found",
            found,
            "paging",
            Paging.of(shown, found.total(), ROWS, choice.query()),
            "index",
            index.status()));
  }

  @GET
  @Path("new")
  public String empty() {
    return form(EntryForms.empty(pages.texts().locale()));
  }

  @POST
  @Path("new")
  public Response add(MultivaluedMap<String, String> sent) {
    var form = EntryForms.checked(Form.of(sent), pages.texts().locale());
    if (!form.isRight()) {
      return Response.status(422).entity(form(form)).build();
    }
    return entries
        .add(SOURCE, EntryForms.draft(form))
        .map(entry -> URI.create("console/knowledge/" + entry.id() + "?done=entry-added"))
        .map(page -> Response.seeOther(page).build())
        .orElseGet(() -> Response.status(422).entity(form(taken(form))).build());
  }

  /** What an answer will look like, while it is being written. */
  @POST
  @Path("preview")
  public String preview(MultivaluedMap<String, String> sent) {
    var form = EntryForms.checked(Form.of(sent), pages.texts().locale());
    return pages.html(
        "entry-preview",
        Map.of(
            "form",
            form,
            "entry",
            Optional.of(form)
                .filter(Form::isRight)
                .map(EntryForms::draft)
                .map(EntryForms::preview)));
  }

  private Form taken(Form form) {
    return form.withWrong(Map.of("key", pages.texts().text("entry.key.taken")));
  }

  private String form(Form form) {
    return pages.html(
        "entry-form",
        Map.of("form", form, "entry", Optional.<FaqEntry>empty(), "groups", entries.groups()));
  }
}
