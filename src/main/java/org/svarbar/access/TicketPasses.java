package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.platform.Json;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** Writes passes for one ticket as text that carries its own proof, and reads them. */
@ApplicationScoped
public class TicketPasses {

  @Inject SignedContents signed;
  @Inject Clock clock;

  /** What a pass is good for; one is never taken for the other. */
  public enum Use {
    /** in a link: to begin a session with */
    LINK,
    /** what a page keeps and sends with each request */
    SESSION;

    private String purpose() {
      return "ticket-pass/" + name().toLowerCase(Locale.ROOT);
    }
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
            .build();
    return signed.write(content, use.purpose());
  }

  /** The pass; empty: it is forged, for another use, or its time is over. */
  public Optional<TicketPass> read(String text, Use use) {
    return signed
        .read(text, use.purpose(), TicketPasses::pass)
        .filter(pass -> clock.instant().isBefore(pass.expiresAt()));
  }

  private static TicketPass pass(JsonObject written) {
    return new TicketPass(
        new TicketRef(
            new ConnectionId(written.getString("connection")), written.getString("ticket")),
        written.getString("agent"),
        Instant.ofEpochSecond(written.getJsonNumber("expires").longValueExact()));
  }
}
