package org.svarbar.ticket;

import java.time.Instant;
import java.util.Objects;

/**
 * One contribution to a ticket.
 *
 * @param id the helpdesk's own identifier of the message, unique within the ticket
 * @param by who wrote it
 * @param author in which role
 * @param body the text as the helpdesk holds it, never `null`
 * @param html whether `body` is HTML, else plain text
 * @param internal whether only agents see it
 * @param envelope what came with it besides its text
 */
public record Message(
    String id,
    Person by,
    Author author,
    String body,
    boolean html,
    boolean internal,
    Instant createdAt,
    Envelope envelope) {

  /** A message of which nothing is known besides its text. */
  public Message(
      String id,
      Person by,
      Author author,
      String body,
      boolean html,
      boolean internal,
      Instant createdAt) {
    this(id, by, author, body, html, internal, createdAt, Envelope.UNKNOWN);
  }

  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(envelope, "envelope");
  }

  /** The role in which a message was written. */
  public enum Author {
    /** the person asking, or somebody on their side */
    REQUESTER,
    /** a person of the organisation */
    AGENT,
    /** the helpdesk itself: automatic acknowledgements and the like */
    SYSTEM,
    /** Svarbar's own account */
    SVARBAR
  }

  /** Whether the requester wrote this for the organisation to read. */
  public boolean isFromRequester() {
    return author == Author.REQUESTER && !internal;
  }
}
