package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Hands the clock in. */
@ApplicationScoped
class Time {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
