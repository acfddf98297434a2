package org.svarbar.knowledge;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.svarbar.platform.BackgroundLoop;

/**
 * Spares a change the wait for the indexing worker's next look. Losing a wake-up costs nothing but
 * that wait.
 */
@ApplicationScoped
class IndexWake {

  private volatile Optional<BackgroundLoop> worker = Optional.empty();

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
    worker.ifPresent(BackgroundLoop::wake);
  }

  /** Names who is woken from now on. */
  void wakes(BackgroundLoop loop) {
    worker = Optional.of(loop);
  }
}
