package org.svarbar.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this server counts and times since it started, and what it reads off when it is asked, for
 * Prometheus. Names of things and of connections only: nothing that somebody wrote.
 */
@ApplicationScoped
public class Measures {

  /** The sums below which a time is counted, so that shares of slow ones can be read off. */
  private static final Duration[] STEPS = {
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5)
  };

  private final Map<String, MultiGauge> readings = new ConcurrentHashMap<>();
  private PrometheusMeterRegistry registry;

  /**
   * One reading of something that goes up and down.
   *
   * @param labels name and value by turns
   */
  public record Reading(double value, String... labels) {}

  @PostConstruct
  void open() {
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  /**
   * Counts one.
   *
   * @param what such as `svarbar.deliveries`
   * @param says what is counted, in a sentence
   * @param labels name and value by turns; always the same names for the same `what`
   */
  public void count(String what, String says, String... labels) {
    Counter.builder(what).description(says).tags(labels).register(registry).increment();
  }

  /** Counts how long something took; as {@link #count}. */
  public void time(String what, String says, Duration took, String... labels) {
    Timer.builder(what)
        .description(says)
        .tags(labels)
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record(took);
  }

  /** Puts these readings in place of the last ones. */
  public void read(String what, String says, List<Reading> now) {
    readings
        .computeIfAbsent(
            what, name -> MultiGauge.builder(name).description(says).register(registry))
        .register(
            now.stream()
                .map(each -> MultiGauge.Row.of(Tags.of(each.labels()), each.value()))
                .toList(),
            true);
  }

  /** All of it, in Prometheus' text form, version 0.0.4. */
  public String text() {
    return registry.scrape();
  }
}
