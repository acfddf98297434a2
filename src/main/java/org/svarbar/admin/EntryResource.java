package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.source.Sources;

/** One FAQ entry: as agents see it, and its form. */
@Path("console/knowledge/{id: [0-9]{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class EntryResource {

  @Inject Pages pages;
  @Inject FaqEntries entries;
  @Inject Sources sources;

  @PathParam("id")
  long id;

  @GET
  public String show() {
    var entry = entry();
    var hasLeft = entries.isEditedByHand(id) && sources.find(entry.source()).isPresent();
    return pages.html("entry", Map.of("entry", entry, "hasLeft", hasLeft));
  }

  @GET
  @Path("edit")
  public String edit() {
    var entry = entry();
    return form(entry, EntryForms.of(entry));
  }

  @POST
  public Response change(MultivaluedMap<String, String> sent) {
    var entry = entry();
    var form = EntryForms.checked(EntryForms.changed(entry, Form.of(sent)), pages.texts().locale());
    if (!form.isRight()) {
      return Response.status(422).entity(form(entry, form)).build();
    }
    if (!entries.change(id, EntryForms.draft(form), revision(form))) {
      var conflict = Map.of("questions", pages.texts().text("entry.conflict"));
      return Response.status(409).entity(form(entry, form.withWrong(conflict))).build();
    }
    return back("entry-changed");
  }

  @POST
  @Path("retire")
  public Response retire() {
    return answer(entries.retire(id), "entry-retired");
  }

  @POST
  @Path("restore")
  public Response restore() {
    return answer(entries.restore(id), "entry-restored");
  }

  @POST
  @Path("follow-again")
  public Response followAgain() {
    return answer(sources.followAgain(entry()), "entry-follows");
  }

  private String form(FaqEntry entry, Form form) {
    return pages.html(
        "entry-form",
        Map.of("form", form, "entry", Optional.of(entry), "groups", entries.groups()));
  }

  private FaqEntry entry() {
    return entries.find(id).orElseThrow(NotFoundException::new);
  }

  private Response answer(boolean found, String done) {
    if (!found) {
      throw new NotFoundException();
    }
    return back(done);
  }

  private Response back(String done) {
    return Response.seeOther(URI.create("console/knowledge/" + id + "?done=" + done)).build();
  }

  private static long revision(Form form) {
    var written = form.value("revision");
    return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : -1;
  }
}
