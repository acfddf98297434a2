package org.svarbar.bench;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the server itself costs: an application that reads what it is sent and answers. */
@ApplicationPath("/")
public class NoOp extends Application {

  /** Its only resource. */
  @Path("take")
  public static class Take {

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public String take(InputStream body) throws IOException {
      body.readAllBytes();
      return "{}";
    }
  }

  /** As a WAR in this file. */
  static void writeTo(java.nio.file.Path file) {
    var war = ShrinkWrap.create(WebArchive.class, "noop.war").addClasses(NoOp.class, Take.class);
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
  }
}
