package org.svarbar.platform;

import jakarta.ws.rs.core.Response;

/** An error at HTTP as problem+json (RFC 9457). */
public final class Problem {

  public static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  /** `detail` is for the caller to read: no stack trace, no vendor's text, no secret. */
  public static Response.ResponseBuilder of(int status, String title, String detail) {
    var body =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .build();
    return Response.status(status).type(MEDIA_TYPE).entity(body.toString());
  }
}
