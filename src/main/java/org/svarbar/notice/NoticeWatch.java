package org.svarbar.notice;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.helpdesk.Connections;
import org.svarbar.intake.Deliveries;
import org.svarbar.intake.Polls;
import org.svarbar.outbox.Actions;
import org.svarbar.platform.Attempts;
import org.svarbar.platform.DueRows.Waiting;
import org.svarbar.triage.Promise;
import org.svarbar.triage.Promises;

/** Looks for what operators should be told of, in rows alone: a crash forgets nothing. */
@ApplicationScoped
class NoticeWatch {

  /** What was recorded at a time is to be seen so much later: transactions end, clocks differ. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  @Inject Notices notices;
  @Inject Deliveries deliveries;
  @Inject Actions actions;
  @Inject Polls polls;
  @Inject Promises promises;
  @Inject Connections connections;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "svarbar.notices.at-most-every")
  Duration atMostEvery;

  @Inject
  @ConfigProperty(name = "svarbar.notices.failing-after")
  Duration failingAfter;

  /** What has come and was not told yet. */
  List<Sighting> look() {
    var until = clock.instant().minus(SETTLED);
    return Stream.of(deadLetters(until), failing(until), withdrawn(until))
        .flatMap(List::stream)
        .filter(seen -> connections.named(seen.connection()).isPresent())
        .toList();
  }

  private List<Sighting> deadLetters(Instant until) {
    var with = new TreeSet<String>();
    Stream.of(deliveries.waiting(), actions.waiting())
        .flatMap(List::stream)
        .filter(waiting -> waiting.state() == Attempts.State.DEAD)
        .map(Waiting::connection)
        .forEach(with::add);
    var told = notices.toldUntil(Occasion.DEAD_LETTERS);
    return counted(
        Occasion.DEAD_LETTERS,
        with.stream(),
        told,
        until,
        seen ->
            deliveries.givenUp(seen.connection(), seen.after(), until)
                + actions.givenUp(seen.connection(), seen.after(), until));
  }

  private List<Sighting> withdrawn(Instant until) {
    var told = notices.toldUntil(Occasion.PROMISE_WITHDRAWN);
    var counts =
        promises.withdrawn().stream()
            .filter(it -> !it.decidedAt().isAfter(until))
            .filter(it -> it.decidedAt().isAfter(told.getOrDefault(name(it), Instant.EPOCH)))
            .collect(groupingBy(NoticeWatch::name, counting()));
    return counted(
        Occasion.PROMISE_WITHDRAWN,
        counts.keySet().stream(),
        told,
        until,
        seen -> counts.get(seen.connection()));
  }

  private static String name(Promise promise) {
    return promise.connection().value();
  }

  private List<Sighting> counted(
      Occasion occasion,
      Stream<String> connections,
      Map<String, Instant> told,
      Instant until,
      ToLongFunction<Sighting> count) {
    return connections
        .map(it -> new Sighting(occasion, it, 0, told.getOrDefault(it, Instant.EPOCH), until))
        .filter(seen -> !seen.after().plus(atMostEvery).isAfter(until))
        .map(
            seen ->
                new Sighting(
                    occasion, seen.connection(), count.applyAsLong(seen), seen.after(), until))
        .filter(seen -> seen.count() > 0)
        .toList();
  }

  /** One that still fails of what came after the last notice has begun to fail anew. */
  private List<Sighting> failing(Instant until) {
    var told = notices.toldUntil(Occasion.CONNECTION_FAILING);
    var found = new ArrayList<Sighting>();
    failingSince()
        .forEach(
            (connection, since) -> {
              var last = Optional.ofNullable(told.get(connection));
              if (!since.plus(failingAfter).isAfter(until)
                  && last.filter(it -> !it.isBefore(since)).isEmpty()
                  && last.filter(it -> it.plus(atMostEvery).isAfter(until)).isEmpty()) {
                found.add(new Sighting(Occasion.CONNECTION_FAILING, connection, 1, since, until));
              }
            });
    return found;
  }

  private Map<String, Instant> failingSince() {
    var since = new HashMap<String, Instant>();
    for (var of :
        List.of(deliveries.failingSince(), actions.failingSince(), polls.failingSince())) {
      of.forEach((connection, at) -> since.merge(connection, at, NoticeWatch::earlier));
    }
    return since;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
