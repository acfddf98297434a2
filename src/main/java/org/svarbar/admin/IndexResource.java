package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.svarbar.knowledge.IndexWatch;

/** How the search index stands, and building it anew. */
@Path("console/knowledge/index")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class IndexResource {

  @Inject Pages pages;
  @Inject IndexWatch index;

  /**
   * @param left how many times the page goes on looking
   */
  @GET
  public String state(@QueryParam("left") int left) {
    return pages.html("index-state", Map.of("index", index.status(), "left", left));
  }

  @POST
  public Response rebuild() {
    index.rebuild();
    return Response.seeOther(URI.create("console/knowledge?done=index-rebuilding")).build();
  }
}
