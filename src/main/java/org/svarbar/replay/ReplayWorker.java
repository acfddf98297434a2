package org.svarbar.replay;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.List;
import org.svarbar.assist.Assist;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.knowledge.EntryDates;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.platform.WorkLoop;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.replay.PastTickets.Some;
import org.svarbar.replay.ReplayRuns.Begun;
import org.svarbar.ticket.Ticket;

/** Works on replays, one at a time, and lets everything live go first. */
@ApplicationScoped
class ReplayWorker {

  private static final Logger LOG = System.getLogger(ReplayWorker.class.getName());
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final int MOST_LOOKS = 250;

  @Inject ReplayRuns runs;
  @Inject PastTickets past;
  @Inject TicketReplay replays;
  @Inject FaqEntries entries;
  @Inject Assist assist;
  @Resource ManagedThreadFactory threads;

  private WorkLoop loop;
  private volatile boolean stopping;

  void start(@Observes Startup started) {
    loop = new WorkLoop("replays", 1, runs, this::work, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    stopping = true;
    loop.stop();
  }

  /** There is a replay to work on. */
  void wake() {
    loop.wake();
  }

  private void work(Lease lease) {
    try {
      runs.begin(lease).ifPresent(begun -> run(begun, lease));
    } catch (ReplayRuns.Ended e) {
      LOG.log(Level.INFO, "replay {0}: {1}", lease.id(), e.getMessage());
    } catch (RuntimeException e) {
      var why = RetryPolicy.forLog(e);
      LOG.log(Level.INFO, "replay " + lease.id() + ": tries again", why);
      runs.failed(lease, String.valueOf(why.getMessage()));
    }
  }

  private void run(Begun begun, Lease lease) {
    var dates = entries.dates();
    var tickets =
        begun
            .file()
            .map(file -> PastTickets.of(file, begun.position()))
            .orElseGet(() -> past.of(begun.order(), begun.position()));
    if (runAll(tickets, dates, begun, lease)) {
      runs.finish(lease);
      LOG.log(Level.INFO, "replay {0}: finished", begun.id());
    } else {
      runs.leave(lease);
    }
  }

  /** Whether it came to the end; not when the server stops. */
  private boolean runAll(Iterator<Some> tickets, EntryDates dates, Begun begun, Lease lease) {
    var isWanted = true;
    while (isWanted && tickets.hasNext()) {
      var some = tickets.next();
      var wanted = runs.wanted(lease, some.tickets());
      var read = wanted.isEmpty() ? List.<Ticket>of() : some.read().apply(wanted);
      for (var ticket : read) {
        if (stopping) {
          return false;
        }
        letOthersGoFirst();
        replays
            .replay(ticket, dates, begun.order().strict())
            .ifPresent(replayed -> runs.take(lease, ticket, replayed));
      }
      isWanted = runs.moved(lease, some.until(), some.fresh());
    }
    return true;
  }

  private void letOthersGoFirst() {
    try {
      for (var i = 0; i < MOST_LOOKS && assist.isBusy() && !stopping; i++) {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayRuns.Ended();
    }
  }
}
