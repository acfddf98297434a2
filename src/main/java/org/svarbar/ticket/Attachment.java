package org.svarbar.ticket;

import java.util.Objects;

/**
 * A file of text that goes with a message.
 *
 * @param name such as `svarbar-session.json`
 * @param mediaType such as `application/json`
 * @param content goes out as UTF-8
 */
public record Attachment(String name, String mediaType, String content) {

  public Attachment {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(content, "content");
  }
}
