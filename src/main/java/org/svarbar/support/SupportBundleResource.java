package org.svarbar.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One file for who helps from afar. */
@Path("api/support-bundle")
@ApplicationScoped
public class SupportBundleResource {

  private static final String BUILT = "/META-INF/maven/org.svarbar/svarbar/pom.properties";

  @Inject SupportBundle bundle;
  @Inject ServletContext application;

  @GET
  @Operation(
      summary = "What somebody needs to know who helps from afar, as a ZIP file of texts",
      description =
          "Versions, health, queues, settings and what happened last, without anything that"
              + " somebody wrote, secrets and addresses of people.")
  public Response bundle() throws IOException {
    return Response.ok(bundle.zip(version(), application.getServerInfo()), "application/zip")
        .header("Content-Disposition", "attachment; filename=\"svarbar-support.zip\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private String version() throws IOException {
    try (var built = application.getResourceAsStream(BUILT)) {
      var said = new Properties();
      if (built != null) {
        said.load(built);
      }
      return said.getProperty("version", "of an unknown version");
    }
  }
}
