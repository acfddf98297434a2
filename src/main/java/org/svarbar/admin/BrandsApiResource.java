package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.knowledge.Brand;
import org.svarbar.knowledge.Brands;
import org.svarbar.platform.Json;
import org.svarbar.platform.Problem;

/** Brands for programs. */
@Path("api/brands")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Brands")
public class BrandsApiResource {

  @Inject Brands brands;
  @Inject BrandParts parts;

  /** A brand as it is sent and shown; what is left out when it is sent is empty. */
  public record View(
      String name,
      Optional<Set<String>> sources,
      Optional<Set<String>> connections,
      Optional<Set<String>> sites) {

    static View of(Brand brand) {
      return new View(
          brand.name(),
          Optional.of(brand.sources()),
          Optional.of(brand.connections()),
          Optional.of(brand.sites()));
    }

    Brand brand(String name) {
      return new Brand(
          name, sources.orElse(Set.of()), connections.orElse(Set.of()), sites.orElse(Set.of()));
    }
  }

  @GET
  @Operation(summary = "All brands, and what belongs to them")
  public Response all() {
    List<View> all = brands.all().stream().map(View::of).toList();
    return Response.ok(Json.write(all)).build();
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sets up or changes a brand",
      description =
          "`{\"sources\": [\"web-north\"], \"connections\": [\"rt\"], \"sites\": [\"help\"]}`. Who"
              + " asks through these connections and sites gets answers of these sources and of"
              + " those that belong to no brand. 201 when it is new, else 200; 400 when a part is"
              + " not there; 409 when a part belongs to another brand.")
  public Response put(@PathParam("name") String name, String body) {
    try {
      var brand = Json.read(body, View.class).brand(name);
      var unknown = parts.unknown(brand);
      if (!unknown.isEmpty()) {
        return bad("there is no such part: " + String.join(", ", unknown));
      }
      var isNew = brands.find(brand.name()).isEmpty();
      var taken = brands.put(brand);
      return taken.isEmpty()
          ? Response.status(isNew ? 201 : 200).entity(Json.write(View.of(brand))).build()
          : Problem.of(
                  409, "Belongs to another brand", "another brand has " + String.join(", ", taken))
              .build();
    } catch (Json.UnreadableJson | IllegalArgumentException e) {
      return bad(e.getMessage());
    }
  }

  @DELETE
  @Path("{name}")
  @Operation(summary = "What belonged to this brand belongs to none any more")
  public Response remove(@PathParam("name") String name) {
    return brands.remove(name)
        ? Response.noContent().build()
        : Problem.of(404, "Unknown brand", "There is no such brand.").build();
  }

  private static Response bad(String why) {
    return Problem.of(400, "Not a brand", why).build();
  }
}
