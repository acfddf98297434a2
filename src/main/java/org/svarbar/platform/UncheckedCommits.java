package org.svarbar.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;

/**
 * Around every transactional method and the server's own interceptor (`PLATFORM_BEFORE + 200` by
 * the specification), which throws what the transaction manager does at a commit: checked
 * exceptions that no method declares, and no caller who is ready for a `RuntimeException` catches.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class UncheckedCommits {

  /**
   * @throws CommitFailed when the transaction could not be committed
   */
  @AroundInvoke
  Object around(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new CommitFailed(e);
    }
  }
}
