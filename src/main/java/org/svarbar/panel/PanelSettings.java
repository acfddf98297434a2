package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.ticket.ConnectionId;

/** Reads the panel's settings once; the start fails when one is out of its range. */
@ApplicationScoped
class PanelSettings {

  private static final String SESSION = "svarbar.panel.session-valid-for";
  private static final String ORIGINS = "svarbar.panel.frame-origins";
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);

  @Inject Config config;

  @Inject
  @ConfigProperty(name = SESSION)
  Duration sessionValidFor;

  @Inject
  @ConfigProperty(name = ORIGINS)
  Optional<List<String>> frameOrigins;

  void start(@Observes Startup started) {
    if (sessionValidFor.compareTo(SHORTEST) < 0 || sessionValidFor.compareTo(LONGEST) > 0) {
      throw new IllegalStateException(SESSION + " is not between PT5M and P1D: " + sessionValidFor);
    }
    check(ORIGINS, frameOrigins.orElse(List.of()));
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(ORIGINS + ".")) {
        check(name, config.getValues(name, String.class));
      }
    }
  }

  private static void check(String setting, List<String> origins) {
    for (var origin : origins) {
      if (!origin.strip().matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
        throw new IllegalStateException(setting + ": not scheme://host:port: " + origin);
      }
    }
  }

  /** How long a page may go on after it was opened. */
  Duration sessionValidFor() {
    return sessionValidFor;
  }

  /** Which pages may frame this connection's panel besides those at its address. */
  List<String> frameOrigins(ConnectionId connection) {
    var its = config.getOptionalValues(ORIGINS + "." + connection, String.class);
    return Stream.of(frameOrigins, its)
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .map(String::strip)
        .toList();
  }
}
