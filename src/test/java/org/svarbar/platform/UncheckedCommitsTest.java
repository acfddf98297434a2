package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class UncheckedCommitsTest {

  @Test
  void throwsWhatCallersAreReadyFor() throws Exception {
    var why = new RollbackException("the database went away");

    assertThatThrownBy(() -> around(() -> throwing(why)))
        .isInstanceOf(CommitFailed.class)
        .hasCause(why);
  }

  @Test
  void leavesAllElse() throws Exception {
    var declared = new IOException("a file");

    assertThatThrownBy(() -> around(() -> throwing(declared))).isSameAs(declared);
    assertThat(around(() -> "result")).isEqualTo("result");
  }

  private static Object throwing(Exception e) throws Exception {
    throw e;
  }

  private static Object around(Callable<Object> method) throws Exception {
    var call =
        (InvocationContext)
            Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, called, arguments) -> method.call());
    return new UncheckedCommits().around(call);
  }
}
