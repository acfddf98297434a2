package org.svarbar.notice;

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
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.platform.BackgroundLoop;
import org.svarbar.platform.WorkLoop;
import org.svarbar.platform.WorkLoop.Lease;

/** Stores what is seen, and sends what is stored. */
@ApplicationScoped
class NoticeWorker {

  private static final Logger LOG = System.getLogger(NoticeWorker.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** A mail server that hangs leaves one for the webhook. */
  private static final int WORKERS = 2;

  @Inject NoticeSettings settings;
  @Inject NoticeWatch watch;
  @Inject Notices notices;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "svarbar.outbox.give-up-after")
  Duration giveUpAfter;

  private List<Way> ways = List.of();
  private BackgroundLoop looks;
  private WorkLoop sends;
  private RetryPolicy retries;

  void start(@Observes Startup started) {
    ways = settings.ways();
    if (ways.isEmpty()) {
      return;
    }
    retries = new RetryPolicy(clock, () -> ThreadLocalRandom.current().nextDouble(), giveUpAfter);
    sends = new WorkLoop("notices", WORKERS, notices, this::send, threads);
    sends.start();
    looks = new BackgroundLoop("notices-watch", EVERY, this::look, threads);
    looks.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (!ways.isEmpty()) {
      looks.stop();
      sends.stop();
    }
  }

  private String look() {
    for (var seen : watch.look()) {
      store(seen);
      sends.wake();
    }
    return "";
  }

  /** That another node stored the same in the meantime is as good. */
  private void store(Sighting seen) {
    try {
      notices.add(seen, ways.stream().map(Way::name).toList());
    } catch (RuntimeException e) {
      var told = notices.toldUntil(seen.occasion()).get(seen.connection());
      if (told == null || !told.isAfter(seen.after())) {
        throw e;
      }
    }
  }

  private void send(Lease lease) {
    notices.leased(lease).ifPresent(notice -> send(lease, notice));
  }

  private void send(Lease lease, Notice notice) {
    try {
      way(notice).send(told(notice));
      notices.sent(lease);
      LOG.log(
          Level.INFO,
          "notice {0} ({1} of {2}) was sent by {3}",
          notice.id,
          notice.occasion,
          notice.connectionId,
          notice.way);
    } catch (RuntimeException | Error e) {
      var next = retries.after(e, notice.attempts);
      notices.failed(lease, next);
      LOG.log(Level.WARNING, "notice " + notice.id + " by " + notice.way + ": " + next.inWords());
    }
  }

  private Told told(Notice notice) {
    var zone = ZoneId.systemDefault();
    return Told.of(notice.key(), notice.seen(), settings.language(), settings.publicUrl(), zone);
  }

  private Way way(Notice notice) {
    return ways.stream()
        .filter(it -> it.name().equals(notice.way))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no way out called " + notice.way));
  }
}
