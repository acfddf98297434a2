package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/**
 * The end of every exception that nobody handled: logged once, with a reference that the answer
 * names, and never shown. People get a page, programs problem+json.
 */
@Provider
@ApplicationScoped
public class Errors implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(Errors.class.getName());
  private static final String CHANGED = "Another request changed the same at once. Send it again.";

  @Inject HttpServletRequest request;
  @Inject @Any Instance<ErrorPages> pages;

  @Override
  public Response toResponse(Throwable thrown) {
    var status = status(thrown);
    if (status < 400) {
      return ((WebApplicationException) thrown).getResponse();
    }
    var reference = status < 500 ? "" : logged(thrown);
    if (status == 409) {
      WriteConflict.of(thrown).ifPresent(Errors::note);
    }
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return pages.stream()
        .filter(page -> page.areFor(path))
        .findFirst()
        .map(page -> page(status, page.html(status, reference)))
        .orElseGet(() -> problem(status, reference));
  }

  /** What an exception that nobody handled is answered with. */
  static int status(Throwable thrown) {
    return switch (thrown) {
      case WebApplicationException known -> known.getResponse().getStatus();
      case SearchUnavailable down -> 503;
      // a body that is not the JSON that is asked for; what it says is not for the log
      case ProcessingException unreadable -> 400;
      default -> WriteConflict.of(thrown).isPresent() ? 409 : 500;
    };
  }

  private static String logged(Throwable thrown) {
    var reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(System.Logger.Level.ERROR, "request failed, reference " + reference, thrown);
    return reference;
  }

  /** The state alone: the driver's message quotes the row. */
  private static void note(WriteConflict conflict) {
    LOG.log(System.Logger.Level.INFO, "refused what another request changed too: {0}", conflict);
  }

  private static Response page(int status, String html) {
    return Response.status(status).type("text/html;charset=UTF-8").entity(html).build();
  }

  private static Response problem(int status, String reference) {
    var known = Response.Status.fromStatusCode(status);
    var title = known == null ? "Error" : known.getReasonPhrase();
    var detail = status == 409 ? CHANGED : title;
    if (!reference.isEmpty()) {
      detail = "the server's log says more: reference " + reference;
    }
    return Problem.of(status, title, detail).build();
  }
}
