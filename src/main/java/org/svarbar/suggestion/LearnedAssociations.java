package org.svarbar.suggestion;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
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
  private static final long PAUSE_SECONDS = 2;

  @Inject PastQuestions questions;
  @Resource ManagedThreadFactory threads;

  private Thread thread;
  private volatile boolean stopped;
  private volatile Learned learned = new Learned(new PastQuestions.Mark(0, 0), Associations.NONE);

  /**
   * @param from which past questions
   */
  record Learned(PastQuestions.Mark from, Associations associations) {}

  Learned now() {
    return learned;
  }

  void start(@Observes Startup started) {
    thread = threads.newThread(this::runUntilStopped);
    thread.setName("svarbar-learning");
    thread.setDaemon(true);
    thread.start();
  }

  @PreDestroy
  void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void runUntilStopped() {
    while (!stopped) {
      try {
        learnWhatIsNew();
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        report(e);
        pauseAfterTrouble();
      }
    }
  }

  private void learnWhatIsNew() {
    var mark = questions.mark();
    if (mark.equals(learned.from())) {
      return;
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
  }

  private void report(RuntimeException trouble) {
    if (!stopped) {
      LOG.log(Level.WARNING, "cannot learn from past questions now, tries again", trouble);
    }
  }

  private void pauseAfterTrouble() {
    try {
      TimeUnit.SECONDS.sleep(10 * PAUSE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }
}
