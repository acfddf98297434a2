package org.svarbar.source;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.knowledge.Reason;
import org.svarbar.knowledge.UnreadableImport;
import org.svarbar.platform.OutboundFailed;
import org.svarbar.platform.OutboundRefused;
import org.svarbar.platform.WorkLoop;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.source.LastRun.Outcome;

/** Reads the sources that are due. */
@ApplicationScoped
class SourceWorker {

  private static final Logger LOG = System.getLogger(SourceWorker.class.getName());

  @Inject SourceRuns runs;
  @Inject SourceKinds kinds;
  @Resource ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "svarbar.source.workers")
  int workers;

  private WorkLoop loop;

  void start(@Observes Startup started) {
    loop = new WorkLoop("sources", workers, runs, this::work, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  /** A source may be due. */
  void wake() {
    loop.wake();
  }

  private void work(Lease lease) {
    runs.begin(lease).ifPresent(begun -> read(begun, lease));
  }

  private void read(SourceRuns.Begun begun, Lease lease) {
    try {
      var reader =
          kinds
              .find(begun.source().kind())
              .orElseThrow(() -> unavailable("source-kind-unknown", begun.source().kind()));
      var run = new LeasedRun(runs, lease, begun);
      reader.read(begun.source(), run);
      run.finish();
    } catch (RunEnded e) {
      if (e.by() == RunEnded.By.CANCELLING) {
        runs.end(lease, Outcome.CANCELLED, Optional.empty(), Optional.empty());
      }
    } catch (RuntimeException e) {
      fail(begun, lease, e);
    }
  }

  private void fail(SourceRuns.Begun begun, Lease lease, RuntimeException why) {
    var reason = reason(why);
    var asked =
        why instanceof HelpdeskUnavailable later ? later.retryAfter() : Optional.<Duration>empty();
    runs.end(lease, Outcome.FAILED, Optional.of(reason), asked);
    var line = "source " + begun.source().name() + " could not be read: " + why.getMessage();
    if (reason.code().equals("source-fault")) {
      LOG.log(Level.WARNING, line, why);
    } else {
      LOG.log(Level.INFO, line);
    }
  }

  private static Reason reason(RuntimeException why) {
    return switch (why) {
      case SourceUnavailable unavailable -> unavailable.reason();
      case UnreadableImport unreadable -> unreadable.reason();
      case HelpdeskUnavailable helpdesk -> Reason.of("source-no-answer", helpdesk.getMessage());
      case OutboundFailed failed -> Reason.of("source-no-answer", failed.getMessage());
      case OutboundRefused refused -> Reason.of("source-not-allowed", refused.getMessage());
      default -> Reason.of("source-fault", why.getClass().getSimpleName());
    };
  }

  private static SourceUnavailable unavailable(String code, String value) {
    return new SourceUnavailable(Reason.of(code, value));
  }
}
