package org.svarbar.source;

import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundReply;
import org.svarbar.platform.Sha256;

/**
 * By what is told whether something at an address has changed (RFC 9110, section 8.8).
 *
 * @param etag may be empty
 * @param modified the `Last-Modified` of the answer; may be empty
 * @param hash of the content
 */
public record Validators(String etag, String modified, String hash) {

  static final Validators NONE = new Validators("", "", "");
  private static final int LONGEST = 500;

  static Validators of(OutboundReply reply) {
    return new Validators(
        reply.header("etag").filter(tag -> tag.length() <= LONGEST).orElse(""),
        reply.header("last-modified").filter(date -> date.length() <= LONGEST).orElse(""),
        Sha256.hex(reply.body()));
  }

  /** Asks only for what is newer. */
  OutboundCall added(OutboundCall call) {
    var conditional = etag.isEmpty() ? call : call.with("If-None-Match", etag);
    return modified.isEmpty() ? conditional : conditional.with("If-Modified-Since", modified);
  }

  /** Of a text, for comparing. */
}
