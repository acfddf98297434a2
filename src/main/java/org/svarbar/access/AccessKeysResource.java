package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.svarbar.platform.Json;
import org.svarbar.platform.Problem;

/** Keys by which programs log in. */
@Path("api/access-keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access keys")
public class AccessKeysResource {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  @Inject AccessKeys keys;

  /** A key as somebody wants it. */
  public record Wanted(String name, String role) {}

  /** A new key; never to be seen again. */
  public record Made(String name, String role, String key) {}

  /** A key without its secret. */
  public record Known(String name, String role, Instant createdAt) {}

  @GET
  @Operation(summary = "Names all keys")
  public Response all() {
    return Response.ok(Json.write(keys.all())).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes a key for a program",
      description =
          "`name`: 1 to 100 letters, digits, dots, hyphens and underscores; `role`: admin, editor,"
              + " agent or auditor. The program logs in by HTTP Basic with both. The key is random,"
              + " told once, and checked a thousand times faster than a password. 409: the name is"
              + " taken.")
  public Response make(String body) {
    try {
      return make(Json.read(body, Wanted.class));
    } catch (Json.UnreadableJson e) {
      return bad("the body is not a JSON object with name and role");
    }
  }

  private Response make(Wanted wanted) {
    if (wanted.name() == null || !NAME.matcher(wanted.name()).matches()) {
      return bad("name: is not 1 to 100 letters, digits, dots, hyphens and underscores");
    }
    var role = Role.find(String.valueOf(wanted.role()));
    if (role.isEmpty()) {
      return bad("role: is none of admin, editor, agent and auditor");
    }
    return keys.make(wanted.name(), role.get())
        .map(key -> new Made(wanted.name(), wanted.role(), key))
        .map(made -> Response.status(201).entity(Json.write(made)))
        .orElseGet(() -> Problem.of(409, "Name taken", "somebody has this name already"))
        .header("Cache-Control", "no-store")
        .build();
  }

  @DELETE
  @Path("{name}")
  @Operation(summary = "Takes a key away; it does not open anything from then on")
  public Response remove(@PathParam("name") String name) {
    return keys.remove(name)
        ? Response.noContent().build()
        : Problem.of(404, "Unknown key", "there is no such key").build();
  }

  private static Response bad(String detail) {
    return Problem.of(400, "Bad key", detail).build();
  }
}
