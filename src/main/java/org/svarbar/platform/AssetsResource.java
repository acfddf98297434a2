package org.svarbar.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * Style sheets, scripts and the icon, for everybody and for good: another version has another
 * address.
 */
@Path("assets/{hash}/{name}")
@RequestScoped
public class AssetsResource {

  @Inject Assets assets;

  @GET
  public Response read(@PathParam("hash") String hash, @PathParam("name") String name) {
    var asset = assets.find(hash, name).orElseThrow(NotFoundException::new);
    return Response.ok(asset.content())
        .type(asset.contentType())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }
}
