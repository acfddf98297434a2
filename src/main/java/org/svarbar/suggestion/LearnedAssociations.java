package org.svarbar.suggestion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.svarbar.suggestion.Learning.Learned;
import org.svarbar.text.Terms;

/** What was learned from past questions, learned anew when they change. */
@ApplicationScoped
class LearnedAssociations {

  private static final int MOST_QUESTIONS = 50_000;
  private static final long SEED = 20_26;

  @Inject PastQuestions questions;
  @Resource ManagedThreadFactory threads;

  private final Learning<PastQuestions.Mark, Associations> learning =
      new Learning<>(
          "past-questions",
          () -> questions.mark(),
          this::learn,
          new Learned<>(new PastQuestions.Mark(0, 0), Associations.NONE));

  Learned<PastQuestions.Mark, Associations> now() {
    return learning.now();
  }

  void start(@Observes Startup started) {
    learning.start(threads);
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    learning.stop();
  }

  private Associations learn() {
    var latest = questions.latest(MOST_QUESTIONS);
    if (latest.isEmpty()) {
      return Associations.NONE;
    }
    var terms = latest.stream().map(each -> Terms.of(each.text(), each.language())).toList();
    var answers = latest.stream().map(AnsweredQuestion::entryId).toList();
    return Associations.learn(terms, answers, questions.countEntriesWithout(), SEED);
  }
}
