package org.svarbar.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Each start seals with `svarbar.secret-key` what another key has sealed, and is refused where
 * something opens with none: better than a connection that does not work, found out by its first
 * webhook.
 */
@ApplicationScoped
class KeyChange {

  private static final Logger LOG = System.getLogger(KeyChange.class.getName());

  @Inject Instance<SealedRows> sealed;

  @Inject
  @ConfigProperty(name = "svarbar.secret-key-is-lost")
  boolean isKeyLost;

  void apply(@Observes @Initialized(ApplicationScoped.class) Object started) {
    var changed = sealed.stream().mapToInt(this::sealAnew).sum();
    if (changed > 0) {
      LOG.log(Level.WARNING, "secrets in {0} rows are encrypted with another key now", changed);
    }
    if (isKeyLost) {
      LOG.log(
          Level.WARNING,
          "svarbar.secret-key-is-lost: secrets that no key opens were given up; take that setting"
              + " away, enter the credentials of each connection, and give each helpdesk its new"
              + " secret");
    }
  }

  /** Another node may do the same at the same time: what it has done is done. */
  private int sealAnew(SealedRows rows) {
    try {
      return rows.sealAnew(isKeyLost);
    } catch (SealedByAnotherKey e) {
      throw e;
    } catch (RuntimeException e) {
      return rows.sealAnew(isKeyLost);
    }
  }
}
