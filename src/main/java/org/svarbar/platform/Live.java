package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Not live where only a restart helps: a thread that should work for as long as the process runs
 * has ended, or threads wait for each other for ever. That the database, OpenSearch or a helpdesk
 * is away is none of it: a restart brings none of them back.
 */
@Liveness
@ApplicationScoped
public class Live implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    var ended = String.join(", ", LoopThreads.fallen());
    var deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    var waiting = deadlocked == null ? 0 : deadlocked.length;
    return HealthCheckResponse.named("svarbar")
        .status(ended.isEmpty() && waiting == 0)
        .withData("ended", ended.isEmpty() ? "none" : ended)
        .withData("deadlocked", waiting)
        .build();
  }
}
