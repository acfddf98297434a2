package org.svarbar.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a row that makes it a piece of work: open until it is done or given up, due at a
 * time, and leased to one worker by moving that time ahead. A worker that lost its lease is fenced
 * off by the lease's token.
 */
@Embeddable
public class Attempts {

  private static final int LONGEST_ERROR = 2000;

  /** The same in all tokens that this process gives. */
  private static final long PROCESS = UUID.randomUUID().getMostSignificantBits();

  /** Where a piece of work stands. */
  public enum State {
    OPEN,
    DONE,
    /** tried for too long, or of no use trying: a dead letter, until somebody replays it */
    DEAD
  }

  @Enumerated(EnumType.STRING)
  @Column(name = "state", nullable = false, length = 8)
  State state;

  @Column(name = "attempts", nullable = false)
  int count;

  @Column(name = "due_at", nullable = false)
  Instant dueAt;

  @Column(name = "open_since", nullable = false)
  Instant openSince;

  @Column(name = "lease_token", length = 36)
  String leaseToken;

  @Column(name = "last_error", length = LONGEST_ERROR)
  String lastError;

  @Column(name = "finished_at")
  Instant finishedAt;

  @Column(name = "abandoned", nullable = false)
  int abandoned;

  /** For JPA. */
  protected Attempts() {}

  private Attempts(Instant now) {
    state = State.OPEN;
    dueAt = now;
    openSince = now;
  }

  /** Work that is due at once. */
  public static Attempts dueAt(Instant now) {
    return new Attempts(now);
  }

  public State state() {
    return state;
  }

  /** How many times a worker took it, this time included. */
  public int count() {
    return count;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** Since when it has been tried: its arrival, or its last replay. */
  public Instant openSince() {
    return openSince;
  }

  public Optional<String> lastError() {
    return Optional.ofNullable(lastError);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  /** Whether the lease with this token still holds. */
  public boolean isLeasedAs(String token) {
    return state == State.OPEN && token.equals(leaseToken);
  }

  /** Takes it for a worker; returns the lease's token. */
  public String lease(Instant now, Duration lease) {
    count++;
    leaseToken = new UUID(PROCESS, UUID.randomUUID().getLeastSignificantBits()).toString();
    dueAt = now.plus(lease);
    return leaseToken;
  }

  /**
   * Takes it back from another process whose lease ran out: it ended, or stood still.
   *
   * @return how many did so one after the other; 0: none had it
   */
  int takeBack() {
    if (leaseToken == null || UUID.fromString(leaseToken).getMostSignificantBits() == PROCESS) {
      return 0;
    }
    leaseToken = null;
    return ++abandoned;
  }

  /** It is due later, by nobody's fault. */
  void postpone(Instant now, Duration pause) {
    dueAt = now.plus(pause);
  }

  public void renew(Instant now, Duration lease) {
    dueAt = now.plus(lease);
  }

  public void done(Instant now) {
    finish(State.DONE, now);
    lastError = null;
  }

  /** Done for this time, and due again after `pause`. */
  public void again(Instant now, Duration pause) {
    lastError = null;
    leaseToken = null;
    abandoned = 0;
    count = 0;
    openSince = now;
    dueAt = now.plus(pause);
  }

  /** Whether a worker has it now. */
  public boolean isLeased(Instant now) {
    return leaseToken != null && dueAt.isAfter(now);
  }

  /** It will be tried again after `pause`. */
  public void failed(String error, Instant now, Duration pause) {
    lastError = shortened(error);
    leaseToken = null;
    abandoned = 0;
    dueAt = now.plus(pause);
  }

  /** It will not be tried again unless somebody replays it. */
  public void gaveUp(String error, Instant now) {
    lastError = shortened(error);
    finish(State.DEAD, now);
  }

  /** Opens it anew, due at once; the count goes on, so that an earlier try is remembered. */
  public void replay(Instant now) {
    state = State.OPEN;
    dueAt = now;
    openSince = now;
    leaseToken = null;
    abandoned = 0;
    finishedAt = null;
  }

  private void finish(State end, Instant now) {
    state = end;
    leaseToken = null;
    abandoned = 0;
    finishedAt = now;
  }

  private static String shortened(String error) {
    return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
  }
}
