package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the panel's settings once; the start fails when one is out of its range. */
@ApplicationScoped
class PanelSettings {

  private static final String SESSION = "svarbar.panel.session-valid-for";
  private static final String ORIGINS = "svarbar.panel.frame-origins";
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);

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
    for (var origin : frameOrigins()) {
      if (!origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
        throw new IllegalStateException(ORIGINS + ": not scheme://host:port: " + origin);
      }
    }
  }

  /** How long a page may go on after it was opened. */
  Duration sessionValidFor() {
    return sessionValidFor;
  }

  /** Which pages may frame the panel besides those at the connection's address. */
  List<String> frameOrigins() {
    return frameOrigins.orElse(List.of()).stream().map(String::strip).toList();
  }
}
