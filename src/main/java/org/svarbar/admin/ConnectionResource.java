package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.Probe;
import org.svarbar.intake.Deliveries;
import org.svarbar.platform.WorkFilter;

/**
 * One connection: how it is doing, what to enter at the helpdesk, both directions tried, changes.
 */
@Path("console/connections/{id: (?!new$)[a-z0-9-]+}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class ConnectionResource {

  private static final int SHOWN_DELIVERIES = 5;

  @Inject Pages pages;
  @Inject Connections connections;
  @Inject ConnectionStandings standings;
  @Inject ConnectionForms forms;
  @Inject Helpdesks helpdesks;
  @Inject Deliveries deliveries;
  @Inject ShownOnce shownOnce;
  @Inject HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "svarbar.public-url")
  String publicUrl;

  @PathParam("id")
  String id;

  @GET
  public Response show(@CookieParam(ShownOnce.COOKIE) @DefaultValue("") String sealed) {
    var standing = standing();
    var connection = standing.connection().id();
    var secret = shownOnce.opened(connection, sealed);
    return Response.ok(page(standing, secret, Optional.empty()))
        .cookie(ConnectionsResource.showOnce(connection, "", shownOnce, request))
        .build();
  }

  @GET
  @Path("edit")
  public String edit() {
    return form(forms.of(changeable().connection()));
  }

  @POST
  public Response change(MultivaluedMap<String, String> sent) {
    var standing = changeable();
    var form = forms.checked(Form.of(sent), false, pages.texts());
    if (!form.isRight()) {
      return Response.status(422).entity(form(form)).build();
    }
    connections.change(standing.connection().id(), forms.draft(form));
    return back("connection-changed");
  }

  @POST
  @Path("secret")
  public Response rotateSecret() {
    var connection = changeable().connection().id();
    var secret = connections.rotateSecret(connection);
    return Response.fromResponse(back("secret-rotated"))
        .cookie(ConnectionsResource.showOnce(connection, secret, shownOnce, request))
        .build();
  }

  @POST
  @Path("former-secret/retire")
  public Response retireFormerSecret() {
    connections.retireFormerSecret(changeable().connection().id());
    return back("secret-retired");
  }

  @POST
  @Path("remove")
  public Response remove() {
    connections.remove(changeable().connection().id());
    return Response.seeOther(URI.create("console/connections?done=connection-removed")).build();
  }

  /** The way out: asks the helpdesk. */
  @POST
  @Path("probe")
  public String probe() {
    var standing = standing();
    var connection = standing.connection();
    var found = helpdesks.of(connection).probe(connection);
    return pages.isPartial()
        ? pages.html("probe", Map.of("probe", Optional.of(found)))
        : page(standing, Optional.empty(), Optional.of(found));
  }

  /**
   * The way in: what has come.
   *
   * @param seen the delivery that was the last one when the page was opened
   * @param left how many times the page goes on looking
   */
  @GET
  @Path("incoming")
  public String incoming(@QueryParam("seen") long seen, @QueryParam("left") int left) {
    return pages.html("incoming", Map.of("standing", standing(), "seen", seen, "left", left));
  }

  private String page(ConnectionStanding standing, Optional<String> secret, Optional<Probe> probe) {
    var connection = standing.connection();
    var address = publicUrl.replaceAll("/+$", "") + "/webhooks/" + connection.id();
    var its = WorkFilter.ALL.of(connection.id().value());
    return pages.html(
        "connection",
        Map.of(
            "standing",
            standing,
            "webhook",
            new WebhookSettings(connection.kind(), address, secret, connection.account()),
            "probe",
            probe,
            "deliveries",
            deliveries.page(its, 0).stream().limit(SHOWN_DELIVERIES).toList()));
  }

  private String form(Form form) {
    return pages.html(
        "connection-form",
        Map.of(
            "form",
            new Form(with(form, "id", id), form.wrong()),
            "isNew",
            false,
            "kinds",
            forms.kinds(),
            "allowedHosts",
            forms.allowedHosts()));
  }

  private static Map<String, String> with(Form form, String field, String value) {
    var values = new java.util.HashMap<>(form.values());
    values.put(field, value);
    return values;
  }

  private ConnectionStanding standing() {
    return standings.find(id).orElseThrow(NotFoundException::new);
  }

  private ConnectionStanding changeable() {
    var standing = standing();
    if (standing.declared()) {
      throw new ForbiddenException();
    }
    return standing;
  }

  private Response back(String done) {
    return Response.seeOther(URI.create("console/connections/" + id + "?done=" + done)).build();
  }
}
