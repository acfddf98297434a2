package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.svarbar.knowledge.Brands;

/** The list of brands, and the form for one. */
@Path("console/brands")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class BrandsResource {

  @Inject Pages pages;
  @Inject Brands brands;
  @Inject BrandParts parts;

  @GET
  public String list() {
    return pages.html("brands", Map.of("brands", brands.all()));
  }

  /**
   * @param name of the brand to change; empty: a new one
   */
  @GET
  @Path("form")
  public String form(@QueryParam("name") @DefaultValue("") String name) {
    return form(BrandForms.of(brands.find(name)), !name.isBlank());
  }

  @POST
  @Path("form")
  public Response save(MultivaluedMap<String, String> sent) {
    var there = BrandForms.all(parts);
    var form = BrandForms.checked(Form.of(sent), there, pages.texts());
    if (form.isRight()) {
      var taken = brands.put(BrandForms.typed(form, there));
      if (taken.isEmpty()) {
        return Response.seeOther(URI.create("console/brands?done=brand-saved")).build();
      }
      var why = pages.texts().text("brand.taken", String.join(", ", taken));
      form = form.withWrong(Map.of("sources", why));
    }
    return Response.status(422).entity(form(form, form.has("is-known", "yes"))).build();
  }

  @POST
  @Path("remove")
  public Response remove(@FormParam("name") @DefaultValue("") String name) {
    brands.remove(name);
    return Response.seeOther(URI.create("console/brands?done=brand-removed")).build();
  }

  private String form(Form form, boolean isKnown) {
    Set<String> sources = parts.sources();
    return pages.html(
        "brand-form",
        Map.of(
            "form",
            form,
            "isKnown",
            isKnown,
            "sources",
            sources,
            "connections",
            parts.connections(),
            "sites",
            parts.sites()));
  }
}
