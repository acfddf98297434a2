package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.svarbar.access.SessionGate;
import org.svarbar.access.Users;

/** Where somebody changes their own password. */
@Path("console/password")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class PasswordResource {

  private static final String CURRENT = "current";
  private static final String NEW = "new";
  private static final String AGAIN = "again";

  @Inject Pages pages;
  @Inject Users users;
  @Inject HttpServletRequest request;

  @GET
  public String get() {
    return page(new Form(Map.of(), Map.of()));
  }

  @POST
  public Response post(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var wrong = wrong(form);
    if (wrong.isEmpty()) {
      var changed = users.changePassword(name(), typed(form, CURRENT), typed(form, NEW));
      if (changed.isPresent()) {
        SessionGate.beginAnew(request.getSession(), changed.get());
        return Response.seeOther(URI.create("console?done=password-changed")).build();
      }
      wrong.put(CURRENT, pages.texts().text("password.current.wrong"));
    }
    // passwords are not shown again
    return Response.status(422).entity(page(new Form(Map.of(), wrong))).build();
  }

  private Map<String, String> wrong(Form form) {
    var wrong = new LinkedHashMap<String, String>();
    if (!Users.takes(typed(form, NEW))) {
      wrong.put(NEW, pages.texts().text("password.new.wrong"));
    } else if (users.isGuessable(name(), typed(form, NEW))) {
      wrong.put(NEW, pages.texts().text("password.new.guessable"));
    } else if (!typed(form, NEW).equals(typed(form, AGAIN))) {
      wrong.put(AGAIN, pages.texts().text("password.again.wrong"));
    }
    return wrong;
  }

  private String name() {
    return request.getUserPrincipal().getName();
  }

  /** As it is, with the spaces around it. */
  private static String typed(Form form, String field) {
    return form.values().getOrDefault(field, "");
  }

  private String page(Form form) {
    return pages.html("password", Map.of("form", form, "program", users.isProgram(name())));
  }
}
