package org.svarbar.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whom nobody is sent to for now, because calls to them fail one after the other: their work stays
 * where it is, and costs nothing, until one call has been tried with success. (M. Nygard, Release
 * It!, 2nd ed., 2018, chapter 5.) Kept in memory: another server finds out for itself.
 */
public final class CircuitBreaker {

  /** Stands for what all need. */
  public static final String ALL = "";

  private static final int FAILURES = 3;
  private static final Backoff REST = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));

  /** One server makes one call after each rest: there is nothing to spread. */
  private static final double NO_CHANCE = 0;

  private final InstantSource clock;
  private final Map<String, Failing> failing = new ConcurrentHashMap<>();

  private record Failing(int times, Instant restsUntil) {

    boolean isOpen() {
      return times >= FAILURES;
    }
  }

  public CircuitBreaker(InstantSource clock) {
    this.clock = clock;
  }

  /** A call to them failed by what they are, not by what was asked. */
  public void failed(String whom) {
    failing.compute(
        whom,
        (key, before) -> {
          var times = before == null ? 1 : before.times() + 1;
          // those that had been begun before it rested say nothing new
          return before != null && isResting(before)
              ? before
              : new Failing(times, clock.instant().plus(rest(times)));
        });
  }

  public void succeeded(String whom) {
    failing.remove(whom);
  }

  /** Those to whom nobody is sent now. */
  public Set<String> resting() {
    return all(this::isResting);
  }

  /** Those to whom one is sent now, to see whether they are there again. */
  public Set<String> onTrial() {
    return all(one -> one.isOpen() && !isResting(one));
  }

  /** Whether nobody is sent to them now, or only one. */
  public boolean isOpen(String whom) {
    var found = failing.get(whom);
    return found != null && found.isOpen();
  }

  private Set<String> all(Predicate<Failing> which) {
    return failing.entrySet().stream()
        .filter(one -> which.test(one.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isResting(Failing one) {
    return one.isOpen() && clock.instant().isBefore(one.restsUntil());
  }

  private static Duration rest(int times) {
    return REST.after(times - FAILURES + 1, NO_CHANCE);
  }
}
