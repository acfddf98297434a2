package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.svarbar.source.SourceKinds;
import org.svarbar.source.SourceStanding;
import org.svarbar.source.Sources;

/** One source: how its last run went, and changing it. */
@Path("console/sources/{name: (?!new$)[A-Za-z0-9._-]+}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class SourceResource {

  @Inject Pages pages;
  @Inject Sources sources;
  @Inject SourceKinds kinds;
  @Inject SourcesResource forms;

  @PathParam("name")
  String name;

  @GET
  public String show() {
    return pages.html("source", "source-run", Map.of("standing", standing()));
  }

  @GET
  @Path("edit")
  public String edit() {
    return forms.form(SourceForms.of(standing().source()), false);
  }

  @POST
  public Response change(MultivaluedMap<String, String> sent) {
    var values = new HashMap<>(Form.of(sent).values());
    values.put("name", standing().source().name());
    var form = SourceForms.checked(new Form(values, Map.of()), kinds, pages.texts());
    if (!form.isRight()) {
      return Response.status(422).entity(forms.form(form, false)).build();
    }
    sources.put(SourceForms.typed(form).source());
    return back("source-changed");
  }

  @POST
  @Path("sync")
  public Response sync() {
    return answer(sources.syncNow(name), "source-synced");
  }

  @POST
  @Path("cancel")
  public Response cancel() {
    return answer(sources.cancel(name), "source-cancelled");
  }

  @POST
  @Path("confirm-removal")
  public Response confirmRemoval() {
    return answer(sources.confirmRemoval(name), "source-confirmed");
  }

  @POST
  @Path("remove")
  public Response remove(@FormParam("entries") String entries) {
    if (!sources.remove(name, "retire".equals(entries))) {
      throw new NotFoundException();
    }
    return Response.seeOther(URI.create("console/sources?done=source-removed")).build();
  }

  private SourceStanding standing() {
    return sources.find(name).orElseThrow(NotFoundException::new);
  }

  private Response answer(boolean isKnown, String done) {
    if (!isKnown) {
      throw new NotFoundException();
    }
    return back(done);
  }

  private Response back(String done) {
    return Response.seeOther(SourcesResource.at(name, done)).build();
  }
}
