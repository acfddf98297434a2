package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.source.SourceKinds;
import org.svarbar.source.SourceReader;
import org.svarbar.source.Sources;

/** The list of sources, and the form for a new one. */
@Path("console/sources")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class SourcesResource {

  @Inject Pages pages;
  @Inject Sources sources;
  @Inject SourceKinds kinds;
  @Inject Connections connections;
  @Inject OutboundHttp outbound;

  @GET
  public String list() {
    return pages.html("sources", "source-list", Map.of("standings", sources.all()));
  }

  @GET
  @Path("new")
  public String empty() {
    return form(SourceForms.empty(pages.texts().locale()), true);
  }

  @POST
  @Path("new")
  public Response add(MultivaluedMap<String, String> sent) {
    var form = SourceForms.checked(Form.of(sent), kinds, pages.texts());
    if (form.isRight() && sources.find(form.value("name")).isPresent()) {
      form = form.withWrong(Map.of("name", pages.texts().text("source.name.taken")));
    }
    if (!form.isRight()) {
      return Response.status(422).entity(form(form, true)).build();
    }
    sources.put(SourceForms.typed(form).source());
    return Response.seeOther(at(form.value("name"), "source-added")).build();
  }

  String form(Form form, boolean isNew) {
    return pages.html(
        "source-form",
        Map.of(
            "form",
            form,
            "isNew",
            isNew,
            "kinds",
            kinds.all().stream().map(SourceReader::kind).toList(),
            "connections",
            connections.all(),
            "allowed",
            Stream.concat(
                    outbound.allowed().written().stream(),
                    kinds.all().stream().flatMap(kind -> kind.allowed().stream()))
                .toList()));
  }

  static URI at(String name, String done) {
    return URI.create("console/sources/" + name + "?done=" + done);
  }
}
