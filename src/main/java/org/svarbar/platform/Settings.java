package org.svarbar.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at all settings before anything is begun with them. A wrong one refuses the start and is
 * named with its value; a name that is none of ours is said, because it may be one of ours
 * misspelt.
 */
@ApplicationScoped
public class Settings {

  private static final Logger LOG = System.getLogger(Settings.class.getName());
  private static final String FILE = "META-INF/microprofile-config.properties";
  private static final String OURS = "svarbar.";

  /** What is said of one connection, and looked at where it is used. */
  private static final List<String> OF_CONNECTIONS =
      List.of("svarbar.connections.", "svarbar.panel.frame-origins.", "svarbar.panel.zendesk.");

  @Inject Config config;

  void check(@Observes @Priority(1) Startup started) {
    var settings = all();
    var refusals =
        settings.stream()
            .flatMap(it -> given(it).flatMap(it::refusal).stream())
            .collect(Collectors.joining("; "));
    if (!refusals.isEmpty()) {
      throw new IllegalStateException(refusals);
    }
    var known = settings.stream().map(Setting::key).collect(Collectors.toSet());
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(OURS)
          && OF_CONNECTIONS.stream().noneMatch(name::startsWith)
          && !known.contains(name)
          && !isVariable(name)) {
        LOG.log(Level.WARNING, "{0} is no setting of Svarbar", name);
      }
    }
  }

  /** The server's own variables, such as SVARBAR_DB_URL, come here as names, too. */
  private static boolean isVariable(String name) {
    var variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return System.getenv().containsKey(variable);
  }

  /** What is empty counts as not given, and is right only where the default is empty as well. */
  private Optional<String> given(Setting setting) {
    return config
        .getOptionalValue(setting.key(), String.class)
        .or(() -> setting.byDefault().map(it -> ""));
  }

  /** Every setting there is. */
  public static List<Setting> all() {
    try {
      return Collections.list(Settings.class.getClassLoader().getResources(FILE)).stream()
          .map(Settings::lines)
          .filter(lines -> lines.stream().anyMatch(line -> line.startsWith(OURS)))
          .findFirst()
          .map(Setting::all)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(URL file) {
    try (var reader =
        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
