package org.svarbar.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.platform.Json;
import org.svarbar.platform.SecretBox;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/**
 * Writes passes as text that carries its own proof, and reads them: signed with the operator's key,
 * so that nothing need be stored and every node knows them.
 */
@ApplicationScoped
public class TicketPasses {

  private static final int LONGEST = 2000;

  @Inject SecretBox box;
  @Inject Clock clock;

  /** What a pass is good for; one is never taken for the other. */
  public enum Use {
    /** in a link: to begin a session with */
    LINK,
    /** what a page keeps and sends with each request */
    SESSION
  }

  /** As text of `A-Za-z0-9_.-`. */
  public String write(TicketPass pass, Use use) {
    var ticket = pass.ticket();
    var content =
        Json.createObjectBuilder()
            .add("connection", ticket.connection().value())
            .add("ticket", ticket.id())
            .add("agent", pass.agent())
            .add("expires", pass.expiresAt().getEpochSecond())
            .build()
            .toString();
    var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(UTF_8));
    return encoded + "." + proof(encoded, use);
  }

  /** The pass; empty: it is forged, for another use, or its time is over. */
  public Optional<TicketPass> read(String text, Use use) {
    var dot = text.indexOf('.');
    if (dot < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    var encoded = text.substring(0, dot);
    var isOurs =
        MessageDigest.isEqual(
            proof(encoded, use).getBytes(UTF_8), text.substring(dot + 1).getBytes(UTF_8));
    return isOurs
        ? pass(encoded).filter(pass -> clock.instant().isBefore(pass.expiresAt()))
        : Optional.empty();
  }

  private static Optional<TicketPass> pass(String encoded) {
    try {
      var content = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
      var written = Json.object(content);
      return Optional.of(
          new TicketPass(
              new TicketRef(
                  new ConnectionId(written.getString("connection")), written.getString("ticket")),
              written.getString("agent"),
              Instant.ofEpochSecond(written.getJsonNumber("expires").longValueExact())));
    } catch (RuntimeException e) {
      // signed, but not what is signed here: as good as none
      return Optional.empty();
    }
  }

  private String proof(String encoded, Use use) {
    return box.digest(encoded, "ticket-pass/" + use.name().toLowerCase(Locale.ROOT));
  }
}
