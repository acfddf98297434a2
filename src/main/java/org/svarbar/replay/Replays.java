package org.svarbar.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.replay.Replay.Standing;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Learning;
import org.svarbar.triage.Outcome;
import org.svarbar.triage.Outcome.LearnedBy;
import org.svarbar.triage.Outcomes;

/** All replays and their cases. */
@ApplicationScoped
@Transactional
public class Replays {

  private static final int MOST = 100;

  @PersistenceContext EntityManager entities;
  @Inject ReplayWorker worker;
  @Inject Outcomes outcomes;
  @Inject Learning learning;
  @Inject Clock clock;

  /** Begins one with tickets of the connection's helpdesk. */
  public Replay start(ReplayOrder order) {
    return added(order, Optional.empty());
  }

  /**
   * Begins one with tickets of a file, see {@link TicketFile}.
   *
   * @throws TicketFile.Unreadable when it cannot be read: nothing is begun
   */
  public Replay start(ReplayOrder order, byte[] file) {
    var tickets = TicketFile.read(file, order.connection());
    var replay = added(order, Optional.of(tickets.size()));
    entities.persist(new ReplayFile(replay.id(), file));
    return replay;
  }

  /**
   * @param inFile how many tickets the file holds; empty: there is none
   */
  private Replay added(ReplayOrder order, Optional<Integer> inFile) {
    var row = new ReplayRow(order, inFile.isPresent(), clock.instant());
    row.found = inFile.orElse(0);
    entities.persist(row);
    worker.wake();
    return row.replay(0);
  }

  /** The newest first, at most 100. */
  public List<Replay> all() {
    return entities
        .createQuery("select r from ReplayRow r order by r.id desc", ReplayRow.class)
        .setMaxResults(MOST)
        .getResultList()
        .stream()
        .map(row -> row.replay(count(row.id)))
        .toList();
  }

  public Optional<Replay> find(long id) {
    return Optional.ofNullable(entities.find(ReplayRow.class, id))
        .map(row -> row.replay(count(id)));
  }

  private int count(long replay) {
    return entities
        .createQuery("select count(c) from CaseRow c where c.replayId = :replay", Long.class)
        .setParameter("replay", replay)
        .getSingleResult()
        .intValue();
  }

  /**
   * Ends one that runs; its cases stay.
   *
   * @return whether there is such a one
   */
  public boolean cancel(long id) {
    var running = locked(id).filter(row -> row.standing == Standing.RUNNING);
    running.ifPresent(row -> row.end(Standing.CANCELLED, clock.instant()));
    running.ifPresent(row -> learning.review(new ConnectionId(row.connectionId)));
    return running.isPresent();
  }

  /**
   * Goes on with one that was cancelled or has failed.
   *
   * @return whether there is such a one
   */
  public boolean resume(long id) {
    var ended =
        locked(id)
            .filter(row -> row.standing == Standing.CANCELLED || row.standing == Standing.FAILED);
    ended.ifPresent(row -> row.resume(clock.instant()));
    worker.wake();
    return ended.isPresent();
  }

  /**
   * Forgets one with its cases and with what was learned from them, but for what people judged.
   *
   * @return whether there is such a one
   */
  public boolean remove(long id) {
    var row = locked(id);
    row.ifPresent(
        it -> {
          var connection = new ConnectionId(it.connectionId);
          for (var ticket : ticketIds(id)) {
            outcomes.remove(new TicketRef(connection, ticket), LearnedBy.REPLAY);
          }
          List.of("CaseRow", "ReplayFile").forEach(rows -> removeAll(rows, id));
          entities.remove(it);
        });
    return row.isPresent();
  }

  private List<String> ticketIds(long id) {
    return entities
        .createQuery("select c.ticketId from CaseRow c where c.replayId = :replay", String.class)
        .setParameter("replay", id)
        .getResultList();
  }

  private void removeAll(String rows, long id) {
    entities
        .createQuery("delete from " + rows + " c where c.replayId = :replay")
        .setParameter("replay", id)
        .executeUpdate();
  }

  /** All cases, in the order in which they were worked on. */
  public List<ReplayCase> cases(long id) {
    return entities
        .createQuery(
            "select c from CaseRow c where c.replayId = :replay order by c.id", CaseRow.class)
        .setParameter("replay", id)
        .getResultStream()
        .map(CaseRow::found)
        .toList();
  }

  /** The next, by chance, that a person has to judge. */
  public Optional<ReplayCase> nextToJudge(long id) {
    return entities
        .createQuery(
            "select c from CaseRow c where c.replayId = :replay and c.result = :undecided"
                + " and c.skipped = false order by c.draw",
            CaseRow.class)
        .setParameter("replay", id)
        .setParameter("undecided", Result.UNDECIDED.word())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(CaseRow::found);
  }

  /** What it shows so far. */
  public ReplayReport report(long id) {
    return ReplayReport.of(cases(id));
  }

  public Optional<ReplayCase> findCase(long replay, long id) {
    return Optional.ofNullable(entities.find(CaseRow.class, id))
        .filter(row -> row.replayId == replay)
        .map(CaseRow::found);
  }

  /** How many a person has still to judge. */
  public int countToJudge(long id) {
    return entities
        .createQuery(
            "select count(c) from CaseRow c where c.replayId = :replay and c.result = :undecided"
                + " and c.skipped = false",
            Long.class)
        .setParameter("replay", id)
        .setParameter("undecided", Result.UNDECIDED.word())
        .getSingleResult()
        .intValue();
  }

  /** What a person says of a case. */
  public enum Judgement {
    RIGHT,
    WRONG,
    /** they cannot tell either; it stays undecided and is not shown again */
    SKIP
  }

  /**
   * Keeps a person's judgement of what was undecided, or the other one when they change their mind.
   *
   * @return whether there is such a case
   */
  public boolean judge(long replay, long id, Judgement judgement) {
    var row =
        Optional.ofNullable(entities.find(CaseRow.class, id, LockModeType.PESSIMISTIC_WRITE))
            .filter(it -> it.replayId == replay)
            .filter(it -> it.byPerson || it.result.equals(Result.UNDECIDED.word()));
    row.ifPresent(it -> judge(it, judgement));
    return row.isPresent();
  }

  private void judge(CaseRow row, Judgement judgement) {
    var order = entities.find(ReplayRow.class, row.replayId).order();
    row.skipped = judgement == Judgement.SKIP;
    row.byPerson = !row.skipped;
    row.result = (row.skipped ? Result.UNDECIDED : Result.valueOf(judgement.name())).word();
    var ticket = new TicketRef(order.connection(), row.ticketId);
    if (row.skipped) {
      outcomes.remove(ticket, LearnedBy.JUDGED);
    } else {
      learning.learn(List.of(outcome(row, ticket, judgement == Judgement.RIGHT)));
    }
  }

  private Outcome outcome(CaseRow row, TicketRef ticket, boolean isRight) {
    return new Outcome(
        ticket,
        row.messageId,
        LearnedBy.JUDGED,
        row.suggested(),
        List.of(),
        isRight,
        row.similarity,
        1,
        row.raw,
        row.raw,
        Locale.of(row.language),
        Optional.ofNullable(row.group),
        row.askedAt);
  }

  private Optional<ReplayRow> locked(long id) {
    return Optional.ofNullable(entities.find(ReplayRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
