package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All sessions. */
@ApplicationScoped
public class HelpSessions {

  /** A session that was quiet for so long is over: nothing is added to it any more. */
  static final Duration OVER_AFTER = Duration.ofHours(12);

  private static final Duration CODE_IS_GOOD_FOR = Duration.ofHours(24);

  /** A session with more is not a customer's. */
  static final int MOST_EVENTS = 500;

  /** What JPA takes for `FOR UPDATE SKIP LOCKED`: another node deletes the others. */
  private static final int SKIP_LOCKED = -2;

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;
  @Inject Chance chance;
  @Inject Digests digests;

  /**
   * A session that has begun.
   *
   * @param token known to the customer's browser alone
   * @param heldOut whether its customer sees no answers
   */
  public record Started(String token, String reference, String phoneCode, boolean heldOut) {}

  /** What became of events. */
  public sealed interface Appended {
    /** So many were new. */
    record Stored(int events) implements Appended {}

    /** There is no such session at this site, or it is over. */
    record Unknown() implements Appended {}

    /** The session takes no more. */
    record Full() implements Appended {}
  }

  /**
   * @param beforeAnswers whether its customer has seen no answer yet; only then it is compared
   */
  @Transactional
  public Started start(HelpSite site, Locale language, boolean beforeAnswers) {
    var token = chance.token();
    var percent = beforeAnswers ? site.holdOutPercent() : 0;
    return start(site, language, token, Arm.of(token, percent));
  }

  private Started start(HelpSite site, Locale language, String token, Arm arm) {
    var codes =
        new SessionRow.Codes(Digests.ofToken(token), chance.reference(), chance.phoneCode());
    var row = new SessionRow(site.id(), codes, arm, language.getLanguage(), clock.instant());
    entities.persist(row);
    return started(token, row);
  }

  private static Started started(String token, SessionRow row) {
    return new Started(token, row.reference, row.phoneCode, row.arm == Arm.HELD);
  }

  /** The session of a program that names it itself; begun if there is none. */
  @Transactional
  public Started startOnce(HelpSite site, Locale language, String named) {
    var token = "named/" + site.id() + "/" + named;
    return row(site, token)
        .map(row -> started(token, row))
        .orElseGet(() -> start(site, language, token, Arm.NONE));
  }

  /** By what the session of this token is known, if it is not over. */
  @Transactional
  public Optional<Started> open(HelpSite site, String token) {
    return row(site, token).map(row -> started(token, row));
  }

  /** Adds those events that are not there yet. */
  @Transactional
  public Appended append(HelpSite site, String token, List<SessionEvent> events) {
    var found = row(site, token);
    if (found.isEmpty()) {
      return new Appended.Unknown();
    }
    var row = found.get();
    var fresh = withoutKnown(row, events);
    if (row.events + fresh.size() > MOST_EVENTS) {
      return new Appended.Full();
    }
    fresh.forEach(event -> entities.persist(new SessionEventRow(row.id, event)));
    row.grew(fresh.size(), clock.instant());
    return new Appended.Stored(fresh.size());
  }

  /**
   * Remembers by a digest whose session it is.
   *
   * @param verified whether the site says so, not only whoever typed it
   * @return whether there is such a session and this is an e-mail address
   */
  @Transactional
  public boolean identify(HelpSite site, String token, String email, boolean verified) {
    var digest = digests.ofPerson(email);
    var row = row(site, token);
    digest.ifPresent(person -> row.ifPresent(found -> found.isOf(person, verified)));
    return digest.isPresent() && row.isPresent();
  }

  /** The session with this reference, of whatever site. */
  @Transactional
  public Optional<HelpSession> find(String reference) {
    return rows("reference", reference).stream().findFirst().map(this::session);
  }

  /**
   * The session of a site whose customer writes this reference or reads out this code, as it was
   * heard: any case, blanks and hyphens do not matter. Codes are good for a day after the last
   * step; two sessions with the same one are as good as none.
   */
  @Transactional
  public Optional<HelpSession> lookUp(HelpSite site, String heard) {
    var letters =
        heard.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceFirst("^SB", "");
    var isReference = letters.length() == Chance.REFERENCE;
    var found =
        (isReference
                ? rows("reference", Reference.of(letters).text())
                : rows("phoneCode", letters).stream()
                    .filter(row -> row.lastAt.isAfter(clock.instant().minus(CODE_IS_GOOD_FOR)))
                    .toList())
            .stream().filter(row -> row.siteId.equals(site.id())).toList();
    return found.size() == 1 ? Optional.of(session(found.getFirst())) : Optional.empty();
  }

  @Transactional
  public Optional<HelpSession> find(long id) {
    return Optional.ofNullable(entities.find(SessionRow.class, id)).map(this::session);
  }

  /**
   * Deletes sessions that were quiet for so long.
   *
   * @param linked for how long those are kept that led to a ticket
   * @param unlinked for how long the others are kept
   * @return how many there were, at most so many
   */
  @Transactional
  int purge(String site, Duration linked, Duration unlinked, int most) {
    var now = clock.instant();
    var over =
        entities
            .createQuery(
                "select s from SessionRow s where s.siteId = :site and s.lastAt < case when exists"
                    + " (select 1 from LinkRow l where l.sessionId = s.id and l.undoneAt is null)"
                    + " then :linked else :unlinked end order by s.id",
                SessionRow.class)
            .setParameter("site", site)
            .setParameter("linked", now.minus(linked))
            .setParameter("unlinked", now.minus(unlinked))
            .setMaxResults(most)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
            .getResultList();
    over.forEach(entities::remove);
    return over.size();
  }

  HelpSession session(SessionRow row) {
    var events =
        entities
            .createQuery(
                "select e from SessionEventRow e where e.sessionId = :session"
                    + " order by e.happenedAt, e.id",
                SessionEventRow.class)
            .setParameter("session", row.id)
            .getResultList();
    return new HelpSession(
        row.id,
        row.siteId,
        row.reference,
        Locale.of(row.language),
        row.startedAt,
        row.lastAt,
        events.stream().map(SessionEventRow::event).toList());
  }

  private List<SessionRow> rows(String field, String value) {
    return entities
        .createQuery("select s from SessionRow s where s." + field + " = :value", SessionRow.class)
        .setParameter("value", value)
        .getResultList();
  }

  /** Locked, so that its events are counted right. */
  private Optional<SessionRow> row(HelpSite site, String token) {
    return entities
        .createQuery("select s from SessionRow s where s.tokenDigest = :digest", SessionRow.class)
        .setParameter("digest", Digests.ofToken(token))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(row -> row.siteId.equals(site.id()))
        .filter(row -> row.lastAt.isAfter(clock.instant().minus(OVER_AFTER)))
        .findFirst();
  }

  private List<SessionEvent> withoutKnown(SessionRow row, List<SessionEvent> events) {
    if (events.isEmpty()) {
      return events;
    }
    var keys =
        new HashSet<>(
            entities
                .createQuery(
                    "select e.key from SessionEventRow e where e.sessionId = :session"
                        + " and e.key in :keys",
                    String.class)
                .setParameter("session", row.id)
                .setParameter("keys", events.stream().map(SessionEvent::key).toList())
                .getResultList());
    var fresh = new ArrayList<SessionEvent>();
    for (var event : events) {
      if (keys.add(event.key())) {
        fresh.add(event);
      }
    }
    return fresh;
  }
}
