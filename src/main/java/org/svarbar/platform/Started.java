package org.svarbar.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Started when settings were right, the schema is this version's, and all that works in the
 * background does.
 */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {

  private volatile boolean done;

  /** After all others. */
  void finish(@Observes @Priority(Integer.MAX_VALUE) jakarta.enterprise.event.Startup started) {
    done = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("svarbar").status(done).build();
  }
}
