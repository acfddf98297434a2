package org.svarbar.suggestion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.svarbar.suggestion.Learning.Learned;
import org.svarbar.text.Terms;

/** What was learned from past questions, learned anew when they change. */
@ApplicationScoped
class LearnedAssociations {

  private static final int MOST_QUESTIONS = 50_000;

  /** Of more, each question would cost too much to learn from. */
  private static final int MOST_OWN_QUESTIONS = 5_000;

  private static final long SEED = 20_26;
  private static final int MOST_MONTHS = 3;

  @Inject PastQuestions questions;
  @Resource ManagedThreadFactory threads;

  private final Learning<PastQuestions.Mark, Associations> learning =
      new Learning<>(
          "past-questions",
          () -> questions.mark(),
          this::learn,
          new Learned<>(PastQuestions.Mark.NONE, Associations.NONE));

  Learned<PastQuestions.Mark, Associations> now() {
    return learning.now();
  }

  /**
   * Whether it was learned from the questions as they are.
   *
   * @param now their mark
   */
  boolean isUpTo(PastQuestions.Mark now) {
    return learning.isUpTo(now);
  }

  void start(@Observes Startup started) {
    learning.start(threads);
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    learning.stop();
  }

  /**
   * What questions teach that were asked before the month of this time began, by the calendar of
   * UTC. It is learned once for each month, and remembered for a few.
   */
  Associations before(Instant at) {
    var month = at.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    synchronized (past) {
      return past.computeIfAbsent(
          new Past(month.toInstant(), questions.mark()),
          it -> learn(questions.latestBefore(it.until(), MOST_QUESTIONS)));
    }
  }

  private record Past(Instant until, PastQuestions.Mark mark) {}

  private final Map<Past, Associations> past =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Past, Associations> eldest) {
          return size() > MOST_MONTHS;
        }
      };

  private Associations learn() {
    return learn(questions.latest(MOST_QUESTIONS));
  }

  private Associations learn(List<AnsweredQuestion> latest) {
    if (latest.isEmpty()) {
      return Associations.NONE;
    }
    return Associations.learn(
        lessons(latest),
        lessons(questions.own(MOST_OWN_QUESTIONS)),
        questions.countEntries(),
        SEED);
  }

  /** By the time of the latest, not by the clock: so that each node learns the same. */
  private static List<Lesson> lessons(List<AnsweredQuestion> questions) {
    var latest =
        questions.stream()
            .flatMap(each -> each.askedAt().stream())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return questions.stream()
        .map(
            each ->
                new Lesson(
                    Terms.of(each.text(), each.language()),
                    each.entryId(),
                    each.askedAt().map(at -> Lesson.counts(at, latest)).orElse(1.0)))
        .filter(lesson -> !lesson.question().words().isEmpty())
        .toList();
  }
}
