package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What is answered in place of what somebody asked for too often without having logged in. */
@Path("console/too-often")
@RequestScoped
public class TooOftenResource {

  private static final int TOO_MANY_REQUESTS = 429;

  @Inject ConsoleErrorPages pages;

  @GET
  public Response get() {
    return Response.status(TOO_MANY_REQUESTS)
        .type("text/html;charset=UTF-8")
        .entity(pages.html(TOO_MANY_REQUESTS, ""))
        .build();
  }
}
