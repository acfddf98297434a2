package org.svarbar.helpdesk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.ticket.ConnectionId;

/**
 * One configured helpdesk instance, with its secrets in the clear: never stored, never logged.
 *
 * @param kind which vendor, see {@link Helpdesk#kind()}
 * @param name what administrators call it
 * @param baseUrl where the helpdesk's API is; empty: we only listen
 * @param account our own account in the helpdesk, by which we know our echo; may be empty
 * @param credential what we authenticate with at the helpdesk; may be empty
 * @param secrets the webhook's secrets that are live: the newest first, and while it is being
 *     rotated the one before
 * @param groups teams, queues or mailboxes that we work for; empty: all
 * @param noteLanguage the agents' language, in which notes are written
 * @param mode how far we may go
 */
public record Connection(
    ConnectionId id,
    String kind,
    String name,
    Optional<URI> baseUrl,
    String account,
    String credential,
    List<String> secrets,
    Set<String> groups,
    Locale noteLanguage,
    Mode mode) {

  public Connection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(credential, "credential");
    secrets = List.copyOf(secrets);
    groups = Set.copyOf(groups);
    Objects.requireNonNull(noteLanguage, "noteLanguage");
    Objects.requireNonNull(mode, "mode");
  }

  /** How far Svarbar may go on its own. */
  public enum Mode {
    /** webhooks are stored and nothing else happens */
    OFF,
    /** what would be written is decided and recorded, and nothing is written */
    MONITOR,
    /** suggestions are written as internal notes */
    NOTE,
    /** and the best of them is a draft that an agent only has to send */
    DRAFT,
    /** customers are answered without an agent, where a promise and all guards allow it */
    REPLY;

    /** Whether anything at all is written to the helpdesk. */
    public boolean isWriting() {
      return compareTo(NOTE) >= 0;
    }

    /** As it is written in forms, settings and rows. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** By its {@link #word()}. */
    public static Optional<Mode> find(String word) {
      return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
  }

  /** The same in another mode. */
  public Connection in(Mode other) {
    return new Connection(
        id, kind, name, baseUrl, account, credential, secrets, groups, noteLanguage, other);
  }

  /** Where the helpdesk's API is. */
  public URI base() {
    return baseUrl.orElseThrow(
        () -> new IllegalStateException("connection " + id + " has no address of the helpdesk"));
  }

  /**
   * An address below the base address.
   *
   * @param path without a leading slash; each `{}` in it takes the next of `values`,
   *     percent-encoded
   */
  public URI at(String path, String... values) {
    var filled = new StringBuilder(base().toString());
    if (filled.charAt(filled.length() - 1) != '/') {
      filled.append('/');
    }
    var parts = path.split("\\{}", -1);
    filled.append(parts[0]);
    for (var i = 1; i < parts.length; i++) {
      filled.append(encoded(values[i - 1])).append(parts[i]);
    }
    return URI.create(filled.toString());
  }

  private static String encoded(String value) {
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException("\"" + value + "\" would lead to another address");
    }
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether one of these names, log-ins, addresses or identifiers is that of our own account. */
  public boolean isOurs(String... names) {
    return !account.isBlank() && Stream.of(names).anyMatch(account.strip()::equalsIgnoreCase);
  }

  /** Whether tickets of this group are ours to work on. */
  public boolean worksFor(Optional<String> group) {
    return groups.isEmpty() || group.filter(groups::contains).isPresent();
  }

  /** Says which connection it is, and nothing that must stay secret. */
  @Override
  public String toString() {
    return "Connection[" + id + ", " + kind + "]";
  }
}
