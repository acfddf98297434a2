package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts requests that somebody was refused who may have tried to get around something: as a
 * metric, and one line of the log a minute for each reason, so that nobody can fill it. The line
 * says neither who nor what was sent.
 */
@ApplicationScoped
public class Refused {

  private static final Logger LOG = System.getLogger(Refused.class.getName());
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  @Inject Measures measures;

  private final Map<Why, Counted> counted = new EnumMap<>(Why.class);

  /** What was tried. */
  public enum Why {
    /** a page of another site, or one that does not say of which, changes something */
    OTHER_SITE,
    /** more often than there is room for */
    TOO_OFTEN,
    /** a pass of the panel that is forged, of another ticket, or over */
    PASS,
    /** what a role does not allow */
    ROLE,
    /** a webhook with a signature that is none */
    SIGNATURE
  }

  /** How many since the last line, and when that was. */
  private record Counted(int since, long lineAt) {}

  /** Counts one. */
  public void count(Why why) {
    var name = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    measures.count(
        "svarbar.requests.refused", "requests that were refused, by reason", "why", name);
    var lines = lineAfter(why, System.nanoTime());
    if (lines > 0) {
      LOG.log(
          Level.INFO,
          "refused ({0}): {1} since this was last said, a minute ago or more",
          name,
          lines);
    }
  }

  /** How many to speak of now; 0: none yet. */
  synchronized int lineAfter(Why why, long nanos) {
    var before = counted.get(why);
    var since = before == null ? 1 : before.since() + 1;
    var isDue = before == null || nanos - before.lineAt() >= BETWEEN_LINES.toNanos();
    counted.put(why, isDue ? new Counted(0, nanos) : new Counted(since, before.lineAt()));
    return isDue ? since : 0;
  }
}
