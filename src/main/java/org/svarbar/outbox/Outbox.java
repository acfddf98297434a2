package org.svarbar.outbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.platform.CircuitBreaker;
import org.svarbar.platform.Correlation;
import org.svarbar.platform.Fence;
import org.svarbar.platform.Measures;
import org.svarbar.platform.Span;
import org.svarbar.platform.Traces;
import org.svarbar.platform.WorkLoop;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;

/** Takes actions and sees to it that they are done. */
@ApplicationScoped
public class Outbox {

  private static final Logger LOG = System.getLogger(Outbox.class.getName());

  /** The helpdesk has done it before it answers, some seconds at most. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

  @Inject Actions actions;
  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject LastLook lastLook;
  @Inject OpenedTickets opened;
  @Inject Clock clock;
  @Inject Measures measures;
  @Inject Traces traces;
  @Resource ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "svarbar.outbox.workers")
  int workers;

  @Inject
  @ConfigProperty(name = "svarbar.outbox.give-up-after")
  Duration giveUpAfter;

  private CircuitBreaker breaker;
  private WorkLoop loop;
  private RetryPolicy retries;

  void start(@Observes Startup started) {
    retries = new RetryPolicy(clock, () -> ThreadLocalRandom.current().nextDouble(), giveUpAfter);
    breaker = new CircuitBreaker(clock);
    loop = WorkLoop.shared("outbox", workers, actions, breaker, this::work, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  /**
   * Accepts actions as part of the caller's transaction; one that was accepted before is left as it
   * is.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void accept(List<TicketAction> accepted) {
    accepted.forEach(actions::addOnce);
  }

  /**
   * Whether an action on this ticket ended just then, so that the change is our own.
   *
   * @param changedAt by the helpdesk's clock, perhaps in whole seconds
   */
  public boolean hasActed(TicketRef ticket, Instant changedAt) {
    return actions.hasEnded(
        ticket, changedAt.minus(CLOCKS_DIFFER), changedAt.plus(ANSWERED_WITHIN));
  }

  /** Says, after that transaction has ended, that there may be something to do. */
  public void wake() {
    loop.wake();
  }

  private void work(Lease lease) {
    var leased = actions.leased(lease);
    if (leased.isEmpty()) {
      return;
    }
    var action = leased.get();
    var from = clock.instant();
    var trace = action.correlation();
    trace.run(() -> traced(trace, action, from, work(lease, action)));
  }

  private void traced(Correlation trace, Action action, Instant from, boolean succeeded) {
    traces.add(
        new Span(
            trace,
            "action-" + action.id + "-" + action.attempts.count(),
            Span.WEBHOOK,
            "action is done: " + action.kind,
            from,
            clock.instant(),
            !succeeded,
            Map.of("connection", action.connectionId, "action", action.id.toString())));
  }

  /** Whether it succeeded. */
  private boolean work(Lease lease, Action action) {
    try {
      var done = perform(action, lease);
      if (done.isEmpty()) {
        return false;
      }
      RetryPolicy.tell(breaker, action.connectionId);
      var performed = done.get();
      var instead = instead(action, performed);
      actions.ended(lease, performed, instead);
      measure(action, performed.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      if (performed instanceof Performed.Opened) {
        opened.wake();
      }
      if (!instead.isEmpty()) {
        wake();
      }
      LOG.log(
          performed instanceof Performed.Refused ? Level.WARNING : Level.INFO,
          "action {0} ({1}) on ticket {2}#{3}: {4} at attempt {5}",
          action.id,
          action.kind,
          action.connectionId,
          action.ticketId,
          performed,
          action.attempts.count());
      return !(performed instanceof Performed.Refused);
    } catch (Fence.Lost e) {
      LOG.log(Level.INFO, "action {0}: {1}", action.id, e.getMessage());
      return false;
    } catch (RuntimeException | Error e) {
      RetryPolicy.tell(breaker, action.connectionId, e);
      var next = retries.after(e, action.attempts);
      actions.failed(lease, next);
      measure(action, next.inAWord());
      log(action, next, e);
      return false;
    }
  }

  private void measure(Action action, String end) {
    measures.time(
        "svarbar.actions.tried",
        "From the acceptance of an action to the end of an attempt at it",
        Duration.between(action.createdAt, clock.instant()),
        "connection",
        action.connectionId,
        "kind",
        action.kind,
        "end",
        end);
  }

  /** Empty: the last look took so long that another worker has the action now. */
  private Optional<Performed> perform(Action action, Lease lease) {
    if (action.isErased()) {
      return Optional.of(new Performed.Refused("its text was erased"));
    }
    var via = connection(action);
    var wanted = action.action();
    var objection = objection(wanted, via);
    if (objection.isPresent()) {
      return Optional.of(new Performed.Withheld(objection.get()));
    }
    return actions
        .leased(lease)
        .map(still -> still.attempts.count() > 1)
        .map(
            again ->
                Fence.during(
                    () -> loop.holds(lease), () -> helpdesks.of(via).perform(wanted, again, via)));
  }

  private Optional<String> objection(TicketAction wanted, Connection via) {
    return wanted instanceof TicketAction.SendReply reply
        ? lastLook.objection(reply, via)
        : Optional.empty();
  }

  private List<TicketAction> instead(Action action, Performed performed) {
    return switch (performed) {
      case Performed.Done done -> List.of();
      case Performed.Opened opened -> List.of();
      case Performed.DoneBefore before -> List.of();
      case Performed.Withheld withheld -> instead(action, withheld.why());
      case Performed.Refused refused -> instead(action, "");
      case Performed.NotSupported not -> instead(action, "");
    };
  }

  private List<TicketAction> instead(Action action, String why) {
    return action.isErased()
        ? List.of()
        : lastLook.instead(action.action(), why, connection(action));
  }

  private Connection connection(Action action) {
    return connections
        .find(action.connection())
        .orElseThrow(
            () -> new IllegalStateException("connection " + action.connectionId + " is gone"));
  }

  private static void log(Action action, RetryPolicy.Next next, Throwable cause) {
    var line =
        "action %d (%s) on ticket %s#%s: attempt %d failed, %s"
            .formatted(
                action.id,
                action.kind,
                action.connectionId,
                action.ticketId,
                action.attempts.count(),
                next.inWords());
    switch (next) {
      case RetryPolicy.Next.TryAgain again -> LOG.log(Level.INFO, line);
      case RetryPolicy.Next.GiveUp giveUp ->
          LOG.log(Level.WARNING, line, RetryPolicy.forLog(cause));
    }
  }
}
