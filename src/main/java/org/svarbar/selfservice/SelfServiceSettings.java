package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the bounds once; the start fails when one is out of range. */
@ApplicationScoped
class SelfServiceSettings {

  @Inject
  @ConfigProperty(name = "svarbar.selfservice.requests-per-minute")
  int requestsPerMinute;

  @Inject
  @ConfigProperty(name = "svarbar.selfservice.site-requests-per-second")
  int siteRequestsPerSecond;

  @Inject
  @ConfigProperty(name = "svarbar.selfservice.contacts-per-hour")
  int contactsPerHour;

  @Inject
  @ConfigProperty(name = "svarbar.selfservice.site-contacts-per-hour")
  int siteContactsPerHour;

  @Inject
  @ConfigProperty(name = "svarbar.selfservice.searches-at-a-time")
  int searches;

  @Inject
  @ConfigProperty(name = "svarbar.selfservice.purge-every")
  Duration purgeEvery;

  void start(@Observes Startup started) {
    check("requests-per-minute", requestsPerMinute, 1, 100_000);
    check("site-requests-per-second", siteRequestsPerSecond, 1, 100_000);
    check("contacts-per-hour", contactsPerHour, 1, 1000);
    check("site-contacts-per-hour", siteContactsPerHour, 1, 100_000);
    check("searches-at-a-time", searches, 1, 64);
    check("purge-every", purgeEvery.toSeconds(), 1, 86_400);
  }

  int requestsPerMinute() {
    return requestsPerMinute;
  }

  int siteRequestsPerSecond() {
    return siteRequestsPerSecond;
  }

  int contactsPerHour() {
    return contactsPerHour;
  }

  int siteContactsPerHour() {
    return siteContactsPerHour;
  }

  int searches() {
    return searches;
  }

  Duration purgeEvery() {
    return purgeEvery;
  }

  private static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalStateException(
          "svarbar.selfservice." + name + " is " + value + ", not " + least + " to " + most);
    }
  }
}
