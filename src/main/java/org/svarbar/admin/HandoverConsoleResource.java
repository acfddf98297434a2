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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.selfservice.HandoverRule;
import org.svarbar.selfservice.HandoverRules;
import org.svarbar.selfservice.Occasion;
import org.svarbar.ticket.ConnectionId;

/** When what a customer did before is written into tickets of a connection. */
@Path("console/connections/{id: (?!new$)[a-z0-9-]+}/handover")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class HandoverConsoleResource {

  private static final String TAGS = "tags";

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject HandoverRules rules;

  @PathParam("id")
  String id;

  @GET
  public String show() {
    var rule = rules.of(connection().id());
    var values = new HashMap<String, String>();
    rule.occasions().forEach(occasion -> values.put(occasion.code(), "on"));
    values.put(TAGS, rule.tags().stream().sorted().collect(Collectors.joining("\n")));
    return form(new Form(values, Map.of()));
  }

  @POST
  public Response change(MultivaluedMap<String, String> sent) {
    var connection = connection();
    var typed = Form.of(sent);
    try {
      var occasions =
          Stream.of(Occasion.values())
              .filter(occasion -> typed.has(occasion.code(), "on"))
              .collect(Collectors.toSet());
      var tags =
          typed.value(TAGS).lines().filter(tag -> !tag.isBlank()).collect(Collectors.toSet());
      rules.set(connection.id(), new HandoverRule(occasions, tags));
      return Response.seeOther(
              URI.create("console/connections/" + id + "/handover?done=handover-saved"))
          .build();
    } catch (IllegalArgumentException e) {
      var why = pages.texts().text("handover.tags.wrong");
      return Response.status(422).entity(form(typed.withWrong(Map.of(TAGS, why)))).build();
    }
  }

  private String form(Form form) {
    return pages.html("handover", Map.of("form", form, "connection", connection()));
  }

  private Connection connection() {
    return connections.find(new ConnectionId(id)).orElseThrow(NotFoundException::new);
  }
}
