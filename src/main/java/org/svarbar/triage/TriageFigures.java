package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.triage.Outcome.LearnedBy;

/** Counts what was judged and how it turned out. */
@ApplicationScoped
@Transactional
public class TriageFigures {

  /** More is read of no period: the latest count then. */
  private static final int MOST = 50_000;

  private static final int MOST_ENTRIES = 20;

  private static final String CHOSEN =
      " and (:connection = '' or r.connectionId = :connection)"
          + " and (:group = '' or r.group = :group)"
          + " and (:language = '' or r.language = :language)";

  @PersistenceContext EntityManager entities;

  /**
   * An entry that was suggested first.
   *
   * @param wrong how often it was not right
   * @param right how often it was
   */
  public record SuggestedFirst(long entryId, int wrong, int right) {}

  /** Of all that came in the period. */
  public Volume volume(FigureChoice choice) {
    var counts =
        of(
                choice,
                "select r.verdict, sum(case when r.entryId is null then 0 else 1 end), count(r)"
                    + " from VerdictRow r where r.judgedAt >= :from and r.judgedAt < :until"
                    + CHOSEN
                    + " group by r.verdict",
                Object[].class)
            .getResultList();
    return new Volume(
        counts.stream().mapToLong(it -> number(it[2])).sum(),
        counts.stream().mapToLong(it -> number(it[1])).sum(),
        counts.stream()
            .filter(it -> it[0].equals("answerable"))
            .mapToLong(it -> number(it[2]))
            .sum(),
        counts.stream().filter(it -> it[0].equals("person")).mapToLong(it -> number(it[2])).sum());
  }

  /**
   * What was learned in a period.
   *
   * @param oftenWrong entries that were wrong more than once, the most often wrong ones first
   */
  public record Learned(Turnout turnout, List<SuggestedFirst> oftenWrong) {}

  /** Of what was learned in the period. */
  public Learned learned(FigureChoice choice) {
    var surest = surest(choice);
    return new Learned(turnout(surest), oftenWrong(surest));
  }

  private static Turnout turnout(Collection<Outcome> surest) {
    var replied = surest.stream().filter(it -> it.learnedBy() == LearnedBy.REPLY).toList();
    return new Turnout(
        count(surest, "right"),
        count(surest, "wrong"),
        count(surest, "undecided"),
        replied.size(),
        (int)
            replied.stream()
                .filter(it -> !Collections.disjoint(it.suggested(), it.sent()))
                .count());
  }

  private static int count(Collection<Outcome> outcomes, String found) {
    return (int) outcomes.stream().filter(it -> it.found().equals(found)).count();
  }

  private static List<SuggestedFirst> oftenWrong(Collection<Outcome> surest) {
    var byEntry = new LinkedHashMap<Long, SuggestedFirst>();
    surest.stream()
        .filter(it -> !it.suggested().isEmpty() && !it.found().equals("undecided"))
        .map(it -> first(it.suggested().getFirst(), it.firstRight()))
        .forEach(it -> byEntry.merge(it.entryId(), it, TriageFigures::together));
    return byEntry.values().stream()
        .filter(it -> it.wrong() > 1)
        .sorted(
            Comparator.comparingInt(SuggestedFirst::wrong)
                .reversed()
                .thenComparingLong(SuggestedFirst::entryId))
        .limit(MOST_ENTRIES)
        .toList();
  }

  private static SuggestedFirst first(long entry, boolean right) {
    return new SuggestedFirst(entry, right ? 0 : 1, right ? 1 : 0);
  }

  private static SuggestedFirst together(SuggestedFirst one, SuggestedFirst other) {
    return new SuggestedFirst(
        one.entryId(), one.wrong() + other.wrong(), one.right() + other.right());
  }

  /** From each message that an agent answered in the period to the answer, the shortest first. */
  public List<Duration> timesToAnswer(FigureChoice choice) {
    return of(
            choice,
            "select v.judgedAt, r.occurredAt from VerdictRow v, OutcomeRow r where v.connectionId ="
                + " r.connectionId and v.ticketId = r.ticketId and v.messageId = r.messageId and"
                + " r.learnedBy = 'reply' and r.occurredAt >= :from and r.occurredAt < :until and"
                + " r.occurredAt > v.judgedAt"
                + CHOSEN
                + " order by r.id desc",
            Object[].class)
        .setMaxResults(MOST)
        .getResultStream()
        .map(it -> Duration.between((Instant) it[0], (Instant) it[1]))
        .sorted()
        .toList();
  }

  /** The groups of messages that came in the period, by name. */
  public List<String> groups(FigureChoice choice) {
    return of(
            choice,
            "select distinct r.group from VerdictRow r where r.judgedAt >= :from"
                + " and r.judgedAt < :until and r.group is not null"
                + CHOSEN
                + " order by r.group",
            String.class)
        .setMaxResults(500)
        .getResultList();
  }

  /** One for each message: the surest. */
  private Collection<Outcome> surest(FigureChoice choice) {
    var surest = new LinkedHashMap<List<Object>, Outcome>();
    of(
            choice,
            "select r from OutcomeRow r where r.learnedBy <> 'replay'"
                + " and r.occurredAt >= :from and r.occurredAt < :until"
                + CHOSEN
                + " order by r.id desc",
            OutcomeRow.class)
        .setMaxResults(MOST)
        .getResultStream()
        .map(OutcomeRow::outcome)
        .forEach(
            it ->
                surest.merge(
                    List.of(it.ticket(), it.messageId()),
                    it,
                    (one, other) ->
                        one.learnedBy().compareTo(other.learnedBy()) >= 0 ? one : other));
    return surest.values();
  }

  private <T> TypedQuery<T> of(FigureChoice choice, String query, Class<T> as) {
    return entities
        .createQuery(query, as)
        .setParameter("from", choice.from())
        .setParameter("until", choice.until())
        .setParameter("connection", choice.connection().map(ConnectionId::value).orElse(""))
        .setParameter("group", choice.group().orElse(""))
        .setParameter("language", choice.language().map(Locale::getLanguage).orElse(""));
  }

  private static long number(Object sum) {
    return ((Number) sum).longValue();
  }
}
