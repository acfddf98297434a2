package org.svarbar.knowledge;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Spares a change the wait for the indexing worker's next look. Losing a wake-up costs nothing but
 * that wait.
 */
@ApplicationScoped
class IndexWake {

  private final Semaphore calls = new Semaphore(0);

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  /** Wakes the worker once the running transaction's changes can be seen. */
  void afterCommit() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // nothing to do before the changes can be seen
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              now();
            }
          }
        });
  }

  void now() {
    calls.release();
  }

  /** Until somebody calls, at most this long. */
  void await(Duration longest) throws InterruptedException {
    if (calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      calls.drainPermits();
    }
  }
}
