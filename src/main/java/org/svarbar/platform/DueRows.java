package org.svarbar.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /**
   * Written out, not a parameter: PostgreSQL uses an index of what is not done only where it sees
   * that nothing else is asked for.
   */
  private static final String OPEN = "org.svarbar.platform.Attempts.State.OPEN";

  private static final String DEAD = "org.svarbar.platform.Attempts.State.DEAD";

  private static final Logger LOG = System.getLogger(DueRows.class.getName());

  /** So many processes end while they work on a row until it is believed to be the reason. */
  private static final int MOST_ABANDONED = 5;

  /** From then on those that were worked on together come apart. */
  private static final int APART_FROM = 2;

  private static final int PLACES = 8;

  private static final String ENDED = " and work.attempts.state <> " + OPEN;

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
    var now = clock.instant();
    return locked(dueRows("").setMaxResults(most), now).stream()
        .map(row -> leased(row, lease, now, ""))
        .toList();
  }

  /**
   * The same, which knows whose they are. One that ends the process that works on it, again and
   * again, is given up.
   *
   * @param whose the connection of a row
   */
  public List<Lease> claim(int most, Duration lease, Function<E, String> whose) {
    return leased(dueRows("").setMaxResults(most), lease, whose);
  }

  /**
   * The same of some connections only. Where many rows of others are due, these are not read.
   *
   * @param whose the connection of a row
   */
  public List<Lease> claim(
      int most, Duration lease, Function<E, String> whose, Set<String> connections) {
    var found = longestDue(most, connections);
    return found.isEmpty()
        ? List.of()
        : leased(dueRows(" and work.id in :ids").setParameter("ids", found), lease, whose);
  }

  private List<Lease> leased(TypedQuery<E> query, Duration lease, Function<E, String> whose) {
    var now = clock.instant();
    return locked(query, now).stream()
        .filter(row -> mayBeWorkedOn(row, lease, now))
        .map(row -> leased(row, lease, now, whose.apply(row)))
        .toList();
  }

  private List<E> locked(TypedQuery<E> query, Instant now) {
    return query
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .getResultList();
  }

  /**
   * Others that were worked on at the same time are abandoned with the one that ended the process.
   * After the second time each waits for another while, by another digit of its number, so that
   * they do not meet again.
   */
  private boolean mayBeWorkedOn(E row, Duration lease, Instant now) {
    var found = attempts.apply(row);
    var times = found.takeBack();
    if (times >= MOST_ABANDONED) {
      found.gaveUp(times + " servers in a row ended, or stood still, while they worked on it", now);
      LOG.log(
          Level.WARNING,
          "{0} {1}: {2} servers ended or stood still while they worked on it; given up, waits"
              + " among the dead letters",
          type.getSimpleName(),
          id.applyAsLong(row),
          times);
      return false;
    }
    if (times >= APART_FROM) {
      var place = id.applyAsLong(row) / (long) Math.pow(PLACES, times - APART_FROM) % PLACES;
      found.postpone(now, lease.multipliedBy(1 + place));
      return false;
    }
    return true;
  }

  private TypedQuery<E> dueRows(String such) {
    return entities.createQuery(
        "select work from "
            + type.getSimpleName()
            + " work where work.attempts.state = "
            + OPEN
            + " and work.attempts.dueAt <= :now"
            + such
            + " order by work.attempts.dueAt",
        type);
  }

  /**
   * By SQL, and each connection by itself: asked for several at once, the database would read
   * through all that is due to find them, where it takes them for frequent.
   */
  private List<Long> longestDue(int most, Set<String> connections) {
    if (connections.isEmpty()) {
      return List.of();
    }
    var each =
        "(select id, due_at from "
            + type.getAnnotation(Table.class).name()
            + " where connection_id = ?%d and state = 'OPEN' and due_at <= ?1"
            + " order by due_at fetch first ?2 rows only)";
    var ordered = List.copyOf(connections);
    var all =
        IntStream.range(0, ordered.size())
            .mapToObj(i -> each.formatted(i + 3))
            .collect(Collectors.joining(" union all "));
    var query =
        entities
            .createNativeQuery(
                "select id from (" + all + ") as due order by due_at fetch first ?2 rows only",
                Long.class)
            .setParameter(1, clock.instant())
            .setParameter(2, most);
    for (var i = 0; i < ordered.size(); i++) {
      query.setParameter(i + 3, ordered.get(i));
    }
    return Stream.of(query.getResultList().toArray()).map(Long.class::cast).toList();
  }

  private Lease leased(E row, Duration lease, Instant now, String whose) {
    return new Lease(id.applyAsLong(row), attempts.apply(row).lease(now, lease), whose);
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
    var tokens = lockedTokens(leases);
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
  private Set<Object> lockedTokens(Collection<Lease> leases) {
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
                + " work where work.attempts.state in ("
                + OPEN
                + ", "
                + DEAD
                + ") group by work.connectionId, work.attempts.state",
            Object[].class)
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
                + " work where work.attempts.state = "
                + DEAD
                + " and work.connectionId = :connection"
                + " and work.attempts.finishedAt > :after and work.attempts.finishedAt <= :until",
            Long.class)
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
                + " work where work.attempts.state = "
                + OPEN
                + " and work.attempts.lastError is not null group by work.connectionId",
            Object[].class)
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
    bind(query, filter);
    return query.getSingleResult();
  }

  /**
   * Deletes what ended before then.
   *
   * @return how many there were
   */
  public int deleteEndedBefore(Instant time) {
    return entities
        .createQuery(
            "delete from "
                + type.getSimpleName()
                + " work where work.attempts.state <> "
                + OPEN
                + " and work.attempts.finishedAt < :time")
        .setParameter("time", time)
        .executeUpdate();
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
