package org.svarbar.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.platform.WorkLoop;
import org.svarbar.platform.WorkLoop.Lease;

/**
 * Asks each helpdesk what changed, and takes in what no webhook told: the webhook was lost, came
 * while we were away, or cannot reach us at all.
 *
 * <p>It is asked with an overlap, because clocks differ and changes become visible late. The last
 * seconds are left for the next time: their webhooks may be on their way.
 */
@ApplicationScoped
class Reconciliation {

  private static final Logger LOG = System.getLogger(Reconciliation.class.getName());
  private static final Duration OVERLAP = Duration.ofMinutes(2);
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);
  private static final Duration LONGEST_BACK = Duration.ofDays(7);
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int WORKERS = 2;

  /** A helpdesk that does not answer is asked more and more seldom, down to this. */
  private static final int MOST_TIMES = 10;

  @Inject Polls polls;
  @Inject Deliveries deliveries;
  @Inject DeliveryWorker worker;
  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "svarbar.intake.poll-every")
  Duration every;

  private Optional<WorkLoop> loop = Optional.empty();

  void start(@Observes Startup started) {
    if (every.isZero()) {
      return;
    }
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new IllegalStateException(
          "svarbar.intake.poll-every is neither 0 nor from PT5S to PT24H: " + every);
    }
    var kept = new KeptPolls(polls, connections, clock);
    loop = Optional.of(new WorkLoop("polls", WORKERS, kept, this::work, threads));
    loop.get().start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.ifPresent(WorkLoop::stop);
  }

  private void work(Lease lease) {
    polls.begin(lease).ifPresent(begun -> ask(begun, lease));
  }

  private void ask(Polls.Begun begun, Lease lease) {
    try {
      var now = clock.instant();
      var found =
          connections
              .find(begun.connection())
              .filter(via -> via.mode() != Connection.Mode.OFF)
              .map(via -> take(via, begun.askedUntil(), now))
              .orElse(0);
      polls.done(lease, now, found, every);
      log(begun, found);
    } catch (RuntimeException e) {
      fail(begun, lease, e);
    }
  }

  private int take(Connection via, Instant askedUntil, Instant now) {
    var earliest = now.minus(LONGEST_BACK);
    var since = askedUntil.isBefore(earliest) ? earliest : askedUntil.minus(OVERLAP);
    var untold =
        helpdesks
            .of(via)
            .changedSince(since, via)
            .filter(changed -> changed.changedAt().isBefore(now.minus(ON_ITS_WAY)))
            .map(UntoldChange::new)
            .filter(deliveries::storeUntold)
            .count();
    if (untold > 0) {
      worker.wake();
    }
    return Math.toIntExact(untold);
  }

  private static void log(Polls.Begun begun, int found) {
    if (found > 0) {
      LOG.log(
          Level.INFO,
          "connection {0}: {1} changes of tickets that no webhook told",
          begun.connection(),
          found);
    }
  }

  private void fail(Polls.Begun begun, Lease lease, RuntimeException why) {
    var own = every.multipliedBy(Math.min(begun.attempt(), MOST_TIMES));
    var asked =
        why instanceof HelpdeskUnavailable later
            ? later.retryAfter().filter(pause -> pause.compareTo(own) > 0)
            : Optional.<Duration>empty();
    var said = String.valueOf(RetryPolicy.forLog(why).getMessage());
    polls.failed(lease, said, asked.orElse(own));
    if (begun.attempt() == 1) {
      LOG.log(
          Level.INFO,
          "connection {0}: cannot ask what changed, tries again: {1}",
          begun.connection(),
          said);
    }
  }
}
