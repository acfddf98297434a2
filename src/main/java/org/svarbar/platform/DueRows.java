package org.svarbar.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.svarbar.platform.WorkLoop.Lease;

/**
 * Rows of one table that are worked on: leased by one worker at a time, whatever number of servers
 * there is. Every call is part of the caller's transaction.
 *
 * @param <E> an entity that embeds {@link Attempts} as `attempts` and has a `connectionId`
 */
public final class DueRows<E> {

  /** What Hibernate takes as a lock time-out for `FOR UPDATE SKIP LOCKED`. */
  private static final int SKIP_LOCKED = -2;

  private static final String ENDED = " and work.attempts.state <> :open";

  private final EntityManager entities;
  private final Class<E> type;
  private final ToLongFunction<E> id;
  private final Function<E, Attempts> attempts;
  private final Clock clock;
  private final String cameAt;

  /** Of rows that come when they are first due. */
  public DueRows(
      EntityManager entities,
      Class<E> type,
      ToLongFunction<E> id,
      Function<E, Attempts> attempts,
      Clock clock) {
    this(entities, type, id, attempts, clock, "attempts.openSince");
  }

  /**
   * @param cameAt the attribute that says when a row came
   */
  public DueRows(
      EntityManager entities,
      Class<E> type,
      ToLongFunction<E> id,
      Function<E, Attempts> attempts,
      Clock clock,
      String cameAt) {
    this.entities = entities;
    this.type = type;
    this.id = id;
    this.attempts = attempts;
    this.clock = clock;
    this.cameAt = cameAt;
  }

  /**
   * Leases at most so many due rows, the longest due first, passing over what other workers hold.
   */
  public List<Lease> claim(int most, Duration lease) {
    return claim(most, lease, row -> "", Set.of());
  }

  /**
   * Leases at most so many due rows, the longest due first, passing over what other workers hold.
   *
   * @param whose the connection of a row
   * @param except connections whose rows are left
   */
  public List<Lease> claim(
      int most, Duration lease, Function<E, String> whose, Set<String> except) {
    var now = clock.instant();
    var query =
        entities
            .createQuery(
                "select work from "
                    + type.getSimpleName()
                    + " work where work.attempts.state = :open and work.attempts.dueAt <= :now"
                    + (except.isEmpty() ? "" : " and work.connectionId not in :except")
                    + " order by work.attempts.dueAt",
                type)
            .setParameter("open", Attempts.State.OPEN)
            .setParameter("now", now)
            .setMaxResults(most)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED);
    if (!except.isEmpty()) {
      query.setParameter("except", except);
    }
    return query.getResultList().stream()
        .map(row -> leased(row, attempts.apply(row).lease(now, lease), whose.apply(row)))
        .toList();
  }

  private Lease leased(E row, String token, String whose) {
    return new Lease(id.applyAsLong(row), token, whose);
  }

  /** The row as it is, if the lease still holds. */
  public Optional<E> leased(Lease lease) {
    return still(lease, entities.find(type, lease.id()));
  }

  /**
   * The row, locked until the transaction ends, if the lease still holds: what is changed now is
   * changed by its holder.
   */
  public Optional<E> held(Lease lease) {
    return still(lease, entities.find(type, lease.id(), LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Renews those leases that hold, and whose rows nobody is changing just now.
   *
   * @return these
   */
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    var tokens = locked(leases);
    var renewed = leases.stream().filter(lease -> tokens.contains(lease.token())).toList();
    if (!renewed.isEmpty()) {
      entities
          .createQuery(
              "update "
                  + type.getSimpleName()
                  + " work set work.attempts.dueAt = :until where work.id in :ids")
          .setParameter("until", clock.instant().plus(length))
          .setParameter("ids", renewed.stream().map(Lease::id).toList())
          .executeUpdate();
    }
    return renewed;
  }

  /** By SQL: these rows may hold much, and no more of them is wanted than their tokens. */
  private Set<Object> locked(Collection<Lease> leases) {
    var found =
        entities
            .createNativeQuery(
                "select lease_token from "
                    + type.getAnnotation(Table.class).name()
                    + " where id in (:ids) and lease_token in (:tokens) and state = 'OPEN'"
                    + " for update skip locked")
            .setParameter("ids", leases.stream().map(Lease::id).toList())
            .setParameter("tokens", leases.stream().map(Lease::token).toList())
            .getResultList();
    return new HashSet<Object>(found);
  }

  /**
   * What is not done, of each connection.
   *
   * @param state open or dead
   * @param since when the oldest of them came
   */
  public record Waiting(String connection, Attempts.State state, long count, Instant since) {}

  /** What is open and what was given up, by connection. */
  public List<Waiting> waiting() {
    return entities
        .createQuery(
            "select work.connectionId, work.attempts.state, count(work),"
                + " min(work.attempts.openSince) from "
                + type.getSimpleName()
                + " work where work.attempts.state in (:open, :dead)"
                + " group by work.connectionId, work.attempts.state",
            Object[].class)
        .setParameter("open", Attempts.State.OPEN)
        .setParameter("dead", Attempts.State.DEAD)
        .getResultStream()
        .map(
            found ->
                new Waiting(
                    (String) found[0],
                    (Attempts.State) found[1],
                    (Long) found[2],
                    (Instant) found[3]))
        .toList();
  }

  /** How many of a connection were given up in that time. */
  public long givenUp(String connection, Instant after, Instant until) {
    return entities
        .createQuery(
            "select count(work) from "
                + type.getSimpleName()
                + " work where work.attempts.state = :dead and work.connectionId = :connection"
                + " and work.attempts.finishedAt > :after and work.attempts.finishedAt <= :until",
            Long.class)
        .setParameter("dead", Attempts.State.DEAD)
        .setParameter("connection", connection)
        .setParameter("after", after)
        .setParameter("until", until)
        .getSingleResult();
  }

  /** Since when the oldest of what has failed and is tried again is open, by connection. */
  public Map<String, Instant> failingSince() {
    return entities
        .createQuery(
            "select work.connectionId, min(work.attempts.openSince) from "
                + type.getSimpleName()
                + " work where work.attempts.state = :open and work.attempts.lastError is not null"
                + " group by work.connectionId",
            Object[].class)
        .setParameter("open", Attempts.State.OPEN)
        .getResultStream()
        .collect(Collectors.toMap(found -> (String) found[0], found -> (Instant) found[1]));
  }

  /** One page, the newest first. */
  public List<E> page(WorkFilter filter, int page) {
    var query =
        entities.createQuery("select work " + matching(filter) + " order by work.id desc", type);
    bind(query, filter);
    return query
        .setFirstResult(Math.max(page, 0) * WorkFilter.PAGE)
        .setMaxResults(WorkFilter.PAGE)
        .getResultList();
  }

  public long count(WorkFilter filter) {
    var query = entities.createQuery("select count(work) " + matching(filter), Long.class);
    bind(query, filter);
    return query.getSingleResult();
  }

  /** Opens dead letters anew that match; returns how many there were. */
  public int replay(WorkFilter filter) {
    var dead = filter.in(Attempts.State.DEAD);
    var query = entities.createQuery("select work " + matching(dead), type);
    bind(query, dead);
    var rows = query.getResultList();
    rows.forEach(row -> attempts.apply(row).replay(clock.instant()));
    return rows.size();
  }

  /**
   * Works again on all that match and are not open, if they are as many as somebody saw.
   *
   * @return whether they are
   */
  public boolean replay(WorkFilter filter, long seen) {
    var query = entities.createQuery("select work " + matching(filter) + ENDED, type);
    query.setParameter("open", Attempts.State.OPEN);
    bind(query, filter);
    var rows = query.setMaxResults(Math.toIntExact(seen) + 1).getResultList();
    if (rows.size() == seen) {
      rows.forEach(row -> attempts.apply(row).replay(clock.instant()));
    }
    return rows.size() == seen;
  }

  /** How many match and are not open. */
  public long ended(WorkFilter filter) {
    var query = entities.createQuery("select count(work) " + matching(filter) + ENDED, Long.class);
    query.setParameter("open", Attempts.State.OPEN);
    bind(query, filter);
    return query.getSingleResult();
  }

  private String matching(WorkFilter filter) {
    return "from "
        + type.getSimpleName()
        + " work where 1 = 1"
        + filter.connection().map(any -> " and work.connectionId = :connection").orElse("")
        + filter.state().map(any -> " and work.attempts.state = :state").orElse("")
        + filter.from().map(any -> " and work." + cameAt + " >= :from").orElse("")
        + filter.until().map(any -> " and work." + cameAt + " < :until").orElse("");
  }

  private static void bind(TypedQuery<?> query, WorkFilter filter) {
    filter.connection().ifPresent(connection -> query.setParameter("connection", connection));
    filter.state().ifPresent(state -> query.setParameter("state", state));
    filter.from().ifPresent(from -> query.setParameter("from", from));
    filter.until().ifPresent(until -> query.setParameter("until", until));
  }

  private Optional<E> still(Lease lease, E row) {
    return Optional.ofNullable(row)
        .filter(found -> attempts.apply(found).isLeasedAs(lease.token()));
  }
}
