package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.svarbar.requester.Held;
import org.svarbar.requester.Requester;
import org.svarbar.requester.Requesters;

/** What is held about a requester; the address is sent in bodies, which no log keeps. */
@Path("console/requesters")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class RequestersResource {

  @Inject Pages pages;
  @Inject Requesters requesters;
  @Inject RequesterRights rights;

  @GET
  public String ask() {
    return page("", Optional.empty(), false, false);
  }

  @POST
  @Path("find")
  public Response find(@FormParam("email") @DefaultValue("") String email) {
    return Requester.isAddress(email)
        ? Response.ok(page(email, held(email), false, false)).build()
        : wrong(email);
  }

  @POST
  @Path("export")
  @Produces(MediaType.APPLICATION_JSON)
  public Response export(
      @FormParam("email") @DefaultValue("") String email, @Context SecurityContext context) {
    if (!Requester.isAddress(email)) {
      return Response.seeOther(URI.create("console/requesters")).build();
    }
    var who = context.getUserPrincipal().getName();
    var found = requesters.find(email, Set.of());
    return Response.ok(rights.export(found, who, "/console/requesters/export"))
        .header("Content-Disposition", "attachment; filename=requester.json")
        .build();
  }

  @POST
  @Path("erase")
  public Response erase(
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("confirm") @DefaultValue("") String confirm) {
    if (!Requester.isAddress(email)) {
      return wrong(email);
    }
    var held = rights.erase(requesters.find(email, Set.of()), confirm);
    return held.confirmation().equals(confirm)
        ? Response.seeOther(URI.create("console/requesters?done=requester-erased")).build()
        : Response.status(409).entity(page(email, Optional.of(held), false, true)).build();
  }

  private Optional<Held> held(String email) {
    return Optional.of(requesters.count(requesters.find(email, Set.of())));
  }

  private Response wrong(String email) {
    return Response.status(422).entity(page(email, Optional.empty(), true, false)).build();
  }

  private String page(String email, Optional<Held> held, boolean isWrong, boolean hasChanged) {
    return pages.html(
        "requesters",
        Map.of("email", email, "held", held, "isWrong", isWrong, "hasChanged", hasChanged));
  }
}
