package org.svarbar.helpdesk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.ConnectionId;

/**
 * Connections that the operator wrote into the configuration, read once:
 * `svarbar.connections.<id>.<key>`.
 */
@ApplicationScoped
class DeclaredConnections {

  private static final String PREFIX = "svarbar.connections.";
  private static final Set<String> KEYS =
      Set.of(
          "kind",
          "name",
          "base-url",
          "account",
          "credential",
          "secret",
          "former-secret",
          "groups",
          "note-language",
          "mode");

  @Inject Config config;

  private Map<ConnectionId, Connection> declared;

  @PostConstruct
  void read() {
    var byId = new TreeMap<String, Connection>();
    for (var id : ids()) {
      byId.put(id, connection(id));
    }
    declared =
        byId.values().stream().collect(Collectors.toMap(Connection::id, connection -> connection));
  }

  Optional<Connection> find(ConnectionId id) {
    return Optional.ofNullable(declared.get(id));
  }

  Collection<Connection> all() {
    return declared.values();
  }

  private Set<String> ids() {
    var ids = new TreeSet<String>();
    for (var key : config.getPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        var rest = key.substring(PREFIX.length()).split("\\.", 2);
        if (rest.length != 2 || !KEYS.contains(rest[1]) || !ConnectionId.isValid(rest[0])) {
          throw new IllegalStateException(
              "unknown setting " + key + "; a connection has " + new TreeSet<>(KEYS));
        }
        ids.add(rest[0]);
      }
    }
    return ids;
  }

  private Connection connection(String id) {
    return new Connection(
        new ConnectionId(id),
        required(id, "kind"),
        text(id, "name").orElse(id),
        text(id, "base-url").map(URI::create),
        text(id, "account").orElse(""),
        text(id, "credential").orElse(""),
        Stream.concat(Stream.of(required(id, "secret")), text(id, "former-secret").stream())
            .toList(),
        groups(text(id, "groups").orElse("")),
        text(id, "note-language")
            .map(tag -> Languages.find(tag).orElseThrow(() -> wrong(id, "note-language", tag)))
            .orElse(Languages.ENGLISH),
        text(id, "mode").map(mode -> mode(id, mode)).orElse(Connection.Mode.NOTE));
  }

  private static Connection.Mode mode(String id, String mode) {
    return Arrays.stream(Connection.Mode.values())
        .filter(known -> known.name().equalsIgnoreCase(mode))
        .findFirst()
        .orElseThrow(() -> wrong(id, "mode", mode));
  }

  private static Set<String> groups(String list) {
    return List.of(list.split(",")).stream()
        .map(String::strip)
        .filter(group -> !group.isEmpty())
        .collect(Collectors.toSet());
  }

  private Optional<String> text(String id, String key) {
    return config.getOptionalValue(PREFIX + id + "." + key, String.class);
  }

  private String required(String id, String key) {
    return text(id, key)
        .orElseThrow(() -> new IllegalStateException(PREFIX + id + "." + key + " is not set"));
  }

  private static IllegalStateException wrong(String id, String key, String value) {
    return new IllegalStateException(PREFIX + id + "." + key + " cannot be \"" + value + "\"");
  }
}
