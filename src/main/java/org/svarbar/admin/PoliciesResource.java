package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Map;
import org.svarbar.assist.MasterSwitch;
import org.svarbar.assist.SwitchState;
import org.svarbar.helpdesk.Connections;

/** The master switch, and the way to each connection's policy. */
@Path("console/triage")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class PoliciesResource {

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject MasterSwitch master;
  @Inject WithdrawnPromises withdrawn;

  @GET
  public String show() {
    return pages.html(
        "policies",
        Map.of(
            "connections",
            connections.all(),
            "state",
            master.state(),
            "turned",
            master.turned(),
            "withdrawn",
            withdrawn.all()));
  }

  @POST
  @Path("switch")
  public Response turn(
      @FormParam("state") @DefaultValue("") String state, @Context SecurityContext who) {
    master.turn(
        SwitchState.find(state).orElseThrow(BadRequestException::new),
        who.getUserPrincipal().getName());
    return Response.seeOther(URI.create("console/triage?done=switch-turned")).build();
  }
}
