package org.svarbar.suggestion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.svarbar.platform.BackgroundLoop;
import org.svarbar.text.Terms;

/**
 * What was learned from past questions, learned anew when they change. Each node learns the same by
 * itself from the same rows, so that nothing has to be shared.
 */
@ApplicationScoped
class LearnedAssociations {

  private static final Logger LOG = System.getLogger(LearnedAssociations.class.getName());
  private static final int MOST_QUESTIONS = 50_000;
  private static final long SEED = 20_26;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject PastQuestions questions;
  @Resource ManagedThreadFactory threads;

  private BackgroundLoop loop;
  private volatile Learned learned = new Learned(new PastQuestions.Mark(0, 0), Associations.NONE);

  /**
   * @param from which past questions
   */
  record Learned(PastQuestions.Mark from, Associations associations) {}

  Learned now() {
    return learned;
  }

  void start(@Observes Startup started) {
    loop = new BackgroundLoop("past-questions", PAUSE, this::learnWhatIsNew, threads);
    loop.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    loop.stop();
  }

  private String learnWhatIsNew() {
    var mark = questions.mark();
    if (mark.equals(learned.from())) {
      return "";
    }
    var latest = questions.latest(MOST_QUESTIONS);
    var terms = latest.stream().map(each -> Terms.of(each.text(), each.language())).toList();
    var answers = latest.stream().map(AnsweredQuestion::entryId).toList();
    var associations =
        latest.isEmpty()
            ? Associations.NONE
            : Associations.learn(terms, answers, questions.countEntriesWithout(), SEED);
    learned = new Learned(mark, associations);
    LOG.log(Level.INFO, "learned from {0} past questions", latest.size());
    return "";
  }
}
