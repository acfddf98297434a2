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

/** All questions of which we know what answered them. */
@ApplicationScoped
@Transactional
class PastQuestions {

  private static final int BATCH = 500;

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  /** Changes when a question comes or goes. */
  record Mark(long count, long latest) {}

  /**
   * Those that their source has not brought before.
   *
   * @return how many these were
   */
  int add(String source, Collection<AnsweredQuestion> questions) {
    var known = references(source);
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

  private HashSet<String> references(String source) {
    return new HashSet<>(
        entityManager
            .createQuery(
                "select q.reference from PastQuestion q where q.source = :source", String.class)
            .setParameter("source", source)
            .getResultList());
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

  Mark mark() {
    return entityManager
        .createQuery("select count(q), coalesce(max(q.id), 0) from PastQuestion q", Object[].class)
        .getResultStream()
        .map(found -> new Mark((Long) found[0], (Long) found[1]))
        .findFirst()
        .orElseThrow();
  }

  /** The latest of those whose entry may be suggested, in the order in which they came. */
  List<AnsweredQuestion> latest(int most) {
    return entityManager
        .createQuery(
            "select q from PastQuestion q, StoredEntry e"
                + " where e.id = q.entryId and e.retiredAt is null order by q.id desc",
            PastQuestion.class)
        .setMaxResults(most)
        .getResultList()
        .reversed()
        .stream()
        .map(PastQuestion::answered)
        .toList();
  }

  /** How many there are of an entry since then. */
  int count(long entryId, Instant since) {
    return entityManager
        .createQuery(
            "select count(q) from PastQuestion q where q.entryId = :entry and q.askedAt >= :since",
            Long.class)
        .setParameter("entry", entryId)
        .setParameter("since", since)
        .getSingleResult()
        .intValue();
  }

  /** How many entries nobody is known to have asked for. */
  long countEntriesWithout() {
    return entityManager
        .createQuery(
            "select count(e) from StoredEntry e where e.retiredAt is null"
                + " and not exists (select q.id from PastQuestion q where q.entryId = e.id)",
            Long.class)
        .getSingleResult();
  }
}
