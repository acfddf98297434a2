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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.assist.Assist;
import org.svarbar.assist.Decision;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.RetryPolicy;
import org.svarbar.platform.CircuitBreaker;
import org.svarbar.platform.Correlation;
import org.svarbar.platform.Measures;
import org.svarbar.platform.Span;
import org.svarbar.platform.Traces;
import org.svarbar.platform.WorkLoop;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.ticket.TicketEvent;

/** Works on received webhooks: reads them, has it decided what to do, and records both. */
@ApplicationScoped
class DeliveryWorker {

  private static final Logger LOG = System.getLogger(DeliveryWorker.class.getName());

  @Inject Deliveries deliveries;
  @Inject Connections connections;
  @Inject Helpdesks helpdesks;
  @Inject Assist assist;
  @Inject Clock clock;
  @Inject Measures measures;
  @Inject Traces traces;
  @Resource ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "svarbar.intake.workers")
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
    loop = WorkLoop.shared("deliveries", workers, deliveries, breaker, this::work, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  /** There is something new. */
  void wake() {
    loop.wake();
  }

  private void work(Lease lease) {
    var leased = deliveries.leased(lease);
    if (leased.isEmpty()) {
      return;
    }
    var delivery = leased.get();
    var from = clock.instant();
    var trace = delivery.correlation();
    trace.run(() -> traced(trace, delivery, from, work(lease, delivery)));
  }

  private void traced(Correlation trace, Delivery delivery, Instant from, boolean succeeded) {
    traces.add(
        new Span(
            trace,
            "delivery-" + delivery.id + "-" + delivery.attempts.count(),
            delivery.isUntold() ? "" : Span.WEBHOOK,
            "delivery is decided",
            from,
            clock.instant(),
            !succeeded,
            Map.of("connection", delivery.connectionId, "delivery", delivery.id.toString())));
  }

  /** Whether it succeeded. */
  private boolean work(Lease lease, Delivery delivery) {
    try {
      var decision = decide(delivery);
      RetryPolicy.tell(breaker, delivery.connectionId);
      if (deliveries.complete(lease, decision)) {
        assist.wake();
        measure(delivery, decision);
        LOG.log(
            Level.INFO,
            "delivery {0} of {1}: {2} ticket {3}: {4}, {5} actions",
            delivery.id,
            delivery.connectionId,
            decision.event(),
            decision.ticketId(),
            decision.outcome(),
            decision.actions().size());
      }
      return true;
    } catch (RuntimeException | Error e) {
      // an error too: what overflows the stack today does so tomorrow
      RetryPolicy.tell(breaker, delivery.connectionId, e);
      var next = retries.after(e, delivery.attempts);
      deliveries.failed(lease, next);
      measures.count(
          "svarbar.deliveries.failed",
          "Attempts to work on a delivery that failed",
          "connection",
          delivery.connectionId,
          "next",
          next.inAWord());
      log(delivery, next, e);
      return false;
    }
  }

  private void measure(Delivery delivery, Decision decision) {
    measures.time(
        "svarbar.deliveries.decided",
        "From the arrival of a webhook to the decision about it",
        Duration.between(delivery.receivedAt, clock.instant()),
        "connection",
        delivery.connectionId);
    decision
        .verdict()
        .ifPresent(
            verdict ->
                measures.count(
                    "svarbar.verdicts",
                    "Messages of customers by verdict",
                    "connection",
                    delivery.connectionId,
                    "verdict",
                    verdict));
  }

  private Decision decide(Delivery delivery) {
    var via =
        connections
            .find(delivery.connection())
            .orElseThrow(
                () ->
                    new IllegalStateException("connection " + delivery.connectionId + " is gone"));
    return event(delivery, via)
        .map(event -> assist.decide(event, via))
        .orElseGet(Decision::notOurs);
  }

  private Optional<TicketEvent> event(Delivery delivery, Connection via) {
    var helpdesk = helpdesks.of(via);
    var request = delivery.request();
    return UntoldChange.of(request, via.id())
        .map(untold -> untold.event(helpdesk.fetch(untold.changed().ref(), via)))
        .orElseGet(() -> helpdesk.read(request, via));
  }

  private static void log(Delivery delivery, RetryPolicy.Next next, Throwable cause) {
    var line =
        "delivery %d of %s: attempt %d failed, %s"
            .formatted(
                delivery.id, delivery.connectionId, delivery.attempts.count(), next.inWords());
    switch (next) {
      case RetryPolicy.Next.TryAgain again -> LOG.log(Level.INFO, line);
      case RetryPolicy.Next.GiveUp giveUp ->
          LOG.log(Level.WARNING, line, RetryPolicy.forLog(cause));
    }
  }
}
