package org.svarbar.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bounds that operators set. */
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
}
