package org.svarbar.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time that the database has, and so all nodes of one database. Asked for now and then; in
 * between it goes on by a counter that nobody sets, so that a machine whose clock is wrong, or
 * jumps, is right with us.
 */
final class DatabaseClock implements InstantSource {

  /** Less is not followed: two questions do not get to the same result anyway. */
  private static final Duration NEAR = Duration.ofMillis(50);

  private static final Duration TOLD_FROM = Duration.ofSeconds(1);

  private final Supplier<Instant> database;
  private final LongSupplier nanos;
  private final InstantSource machine;
  private volatile Reading reading;

  /** What time it was when the counter stood there. */
  private record Reading(Instant time, long nanos) {

    Instant at(long later) {
      return time.plusNanos(later - nanos);
    }
  }

  /**
   * Goes by the machine's clock until it is first {@link #compare() compared}.
   *
   * @param nanos a counter, such as {@link System#nanoTime}
   */
  DatabaseClock(Supplier<Instant> database, LongSupplier nanos, InstantSource machine) {
    this.database = database;
    this.nanos = nanos;
    this.machine = machine;
    reading = new Reading(machine.instant(), nanos.getAsLong());
  }

  /** As exact as a database stores it. */
  @Override
  public Instant instant() {
    return reading.at(nanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Asks the database.
   *
   * @return what the operator should know; empty: nothing
   */
  String compare() {
    var asked = nanos.getAsLong();
    var time = database.get();
    var half = (nanos.getAsLong() - asked) / 2;
    var found = new Reading(time, asked + half);
    if (apart(reading.at(found.nanos()), time).compareTo(NEAR.plusNanos(half)) > 0) {
      reading = found;
    }
    return apart(machine.instant(), instant()).compareTo(TOLD_FROM) > 0
        ? "this machine's clock and the database's are more than a second apart; ours is the"
            + " database's, but for the times in this log"
        : "";
  }

  private static Duration apart(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }
}
