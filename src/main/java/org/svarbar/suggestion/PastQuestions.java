package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All questions of which we know what answered them. */
@ApplicationScoped
@Transactional
class PastQuestions {

  private static final int BATCH = 500;

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  /** Changes when a question comes or goes, and when there are any and an entry changes. */
  record Mark(long count, long latest, long entries, long revisions) {

    static final Mark NONE = new Mark(0, 0, 0, 0);
  }

  /**
   * Those that their source has not brought before.
   *
   * @return how many these were
   */
  int add(String source, Collection<AnsweredQuestion> questions) {
    var known = references(source, questions);
    var added = 0;
    for (var question : questions) {
      if (known.add(question.reference())) {
        entityManager.persist(new PastQuestion(source, question, clock.instant()));
        if (++added % BATCH == 0) {
          entityManager.flush();
          entityManager.clear();
        }
      }
    }
    return added;
  }

  /** Those of these questions' references that the source has brought before. */
  private HashSet<String> references(String source, Collection<AnsweredQuestion> questions) {
    var asked = questions.stream().map(AnsweredQuestion::reference).distinct().toList();
    var known = new HashSet<String>();
    for (var from = 0; from < asked.size(); from += BATCH) {
      known.addAll(
          entityManager
              .createQuery(
                  "select q.reference from PastQuestion q"
                      + " where q.source = :source and q.reference in :asked",
                  String.class)
              .setParameter("source", source)
              .setParameter("asked", asked.subList(from, Math.min(from + BATCH, asked.size())))
              .getResultList());
    }
    return known;
  }

  /**
   * @return how many there were
   */
  int remove(String source) {
    return entityManager
        .createQuery("delete from PastQuestion q where q.source = :source")
        .setParameter("source", source)
        .executeUpdate();
  }

  void remove(String source, String reference) {
    entityManager
        .createQuery(
            "delete from PastQuestion q where q.source = :source and q.reference = :reference")
        .setParameter("source", source)
        .setParameter("reference", reference)
        .executeUpdate();
  }

  Mark mark() {
    var questions = numbers("select count(q), coalesce(max(q.id), 0) from PastQuestion q");
    if (questions[0] == 0) {
      return Mark.NONE;
    }
    var entries =
        numbers(
            "select count(e), coalesce(sum(e.revision), 0) from StoredEntry e"
                + " where e.retiredAt is null");
    return new Mark(questions[0], questions[1], entries[0], entries[1]);
  }

  private long[] numbers(String query) {
    var found = entityManager.createQuery(query, Object[].class).getSingleResult();
    return new long[] {((Number) found[0]).longValue(), ((Number) found[1]).longValue()};
  }

  /** The latest of those whose entry may be suggested, in the order in which they came. */
  List<AnsweredQuestion> latest(int most) {
    return latestBefore(Instant.parse("9999-01-01T00:00:00Z"), most);
  }

  /** The same of those that were asked before then. */
  List<AnsweredQuestion> latestBefore(Instant until, int most) {
    return entityManager
        .createQuery(
            "select q from PastQuestion q, StoredEntry e where e.id = q.entryId"
                + " and e.retiredAt is null and q.askedAt < :until order by q.id desc",
            PastQuestion.class)
        .setParameter("until", until)
        .setMaxResults(most)
        .getResultList()
        .reversed()
        .stream()
        .map(PastQuestion::answered)
        .toList();
  }

  /** How many there are of an entry from then until then. */
  int count(long entryId, Instant since, Instant until) {
    return entityManager
        .createQuery(
            "select count(q) from PastQuestion q where q.entryId = :entry"
                + " and q.askedAt >= :since and q.askedAt < :until",
            Long.class)
        .setParameter("entry", entryId)
        .setParameter("since", since)
        .setParameter("until", until)
        .getSingleResult()
        .intValue();
  }

  /**
   * What entries themselves ask, that may be suggested: first those that somebody asked for, each
   * in the order in which they were made.
   */
  List<AnsweredQuestion> own(int most) {
    var asked = own("exists", most);
    return asked.size() == most
        ? asked
        : Stream.concat(asked.stream(), own("not exists", most - asked.size()).stream()).toList();
  }

  private List<AnsweredQuestion> own(String exists, int most) {
    return entityManager
        .createQuery(
            "select e.id, e.language, question from StoredEntry e join e.questions question"
                + " where e.retiredAt is null and "
                + exists
                + " (select q.id from PastQuestion q where q.entryId = e.id)"
                + " order by e.id, index(question)",
            Object[].class)
        .setMaxResults(most)
        .getResultStream()
        .map(
            found ->
                new AnsweredQuestion(
                    "",
                    (Long) found[0],
                    Locale.of((String) found[1]),
                    (String) found[2],
                    Optional.empty()))
        .toList();
  }

  /** How many entries may be suggested. */
  long countEntries() {
    return entityManager
        .createQuery("select count(e) from StoredEntry e where e.retiredAt is null", Long.class)
        .getSingleResult();
  }
}
