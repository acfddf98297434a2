package org.svarbar.helpdesk;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.ConnectionId;

/** Connections as an administrator would make them. */
public record SampleConnection(
    String kind, Optional<URI> base, String account, String credential, List<String> secrets) {

  public static SampleConnection of(String kind) {
    return new SampleConnection(kind, Optional.empty(), "", "", List.of());
  }

  public SampleConnection at(URI base) {
    return new SampleConnection(kind, Optional.of(base), account, credential, secrets);
  }

  public SampleConnection as(String account, String credential) {
    return new SampleConnection(kind, base, account, credential, secrets);
  }

  /** The newest first. */
  public SampleConnection withSecrets(String... secrets) {
    return new SampleConnection(kind, base, account, credential, List.of(secrets));
  }

  public Connection connection() {
    return new Connection(
        new ConnectionId("kundservice"),
        kind,
        "Kundservice",
        base,
        account,
        credential,
        secrets,
        Set.of(),
        Languages.SWEDISH,
        Connection.Mode.NOTE);
  }
}
