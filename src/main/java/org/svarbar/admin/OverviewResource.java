package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** The first page: what is set up, how it is doing, what to do next. */
@Path("console")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class OverviewResource {

  @Inject Pages pages;

  @GET
  public String show() {
    return pages.html("overview", Map.of());
  }
}
