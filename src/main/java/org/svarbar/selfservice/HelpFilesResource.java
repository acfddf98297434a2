package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The module that shows a site's help in any page, and the style sheet of the help page. */
@Path("")
@ApplicationScoped
public class HelpFilesResource {

  private static final String FOR_A_WHILE = "public, max-age=600";

  private final byte[] widget = read("help-widget.js");
  private final byte[] style = read("help-page.css");

  /** Pages of any origin may load it; it does nothing without the key of a site. */
  @GET
  @Path("help-widget.js")
  @Operation(summary = "The ES module that defines <svarbar-help>")
  public Response widget() {
    return Response.ok(widget)
        .type("text/javascript;charset=UTF-8")
        .header("Cache-Control", FOR_A_WHILE)
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }

  @GET
  @Path("help-page.css")
  @Operation(hidden = true)
  public Response style() {
    return Response.ok(style)
        .type("text/css;charset=UTF-8")
        .header("Cache-Control", FOR_A_WHILE)
        .build();
  }

  private static byte[] read(String name) {
    try (var stream = HelpFilesResource.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the application was packed without " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
