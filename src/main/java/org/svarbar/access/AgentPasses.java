package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.svarbar.platform.Json;
import org.svarbar.ticket.ConnectionId;

/** Writes and reads passes of agents; one is never taken for the pass of a ticket. */
@ApplicationScoped
public class AgentPasses {

  private static final String PURPOSE = "agent-pass";

  @Inject SignedContents signed;
  @Inject Clock clock;

  /** As text of `A-Za-z0-9_.-`. */
  public String write(AgentPass pass) {
    var content =
        Json.createObjectBuilder()
            .add("connection", pass.connection().value())
            .add("agent", pass.agent())
            .add("expires", pass.expiresAt().getEpochSecond())
            .build();
    return signed.write(content, PURPOSE);
  }

  /** The pass; empty: it is forged, or its time is over. */
  public Optional<AgentPass> read(String text) {
    return signed
        .read(
            text,
            PURPOSE,
            written ->
                new AgentPass(
                    new ConnectionId(written.getString("connection")),
                    written.getString("agent"),
                    Instant.ofEpochSecond(written.getJsonNumber("expires").longValueExact())))
        .filter(pass -> clock.instant().isBefore(pass.expiresAt()));
  }
}
