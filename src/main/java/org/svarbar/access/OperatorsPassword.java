package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The operator's way in, when the server starts: a password for the first user, or a new one for a
 * user who lost theirs.
 */
@ApplicationScoped
class OperatorsPassword {

  static final String NAME = "admin";

  private static final Logger LOG = System.getLogger(OperatorsPassword.class.getName());

  @Inject Users users;

  @Inject
  @ConfigProperty(name = "svarbar.console.first-password")
  Optional<String> firstPassword;

  @Inject
  @ConfigProperty(name = "svarbar.console.new-password")
  Optional<String> newPassword;

  void apply(@Observes @Initialized(ApplicationScoped.class) Object started) {
    if (newPassword.isPresent()) {
      admit("svarbar.console.new-password", newPassword.get());
      LOG.log(
          Level.WARNING,
          "user {0} has the password of svarbar.console.new-password now; take that setting away,"
              + " or every start sets it again",
          NAME);
    } else if (users.isEmpty()) {
      firstPassword.ifPresentOrElse(this::admitFirst, OperatorsPassword::sayThatNobodyCanLogIn);
    }
  }

  private void admitFirst(String password) {
    try {
      admit("svarbar.console.first-password", password);
      LOG.log(Level.INFO, "user {0} was made with svarbar.console.first-password", NAME);
    } catch (RuntimeException e) {
      if (users.isEmpty()) {
        throw e;
      }
      LOG.log(Level.INFO, "another node has made the first user at the same time");
    }
  }

  private void admit(String setting, String password) {
    try {
      users.admit(NAME, Role.ADMIN, password);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(setting + ": " + e.getMessage(), e);
    }
  }

  private static void sayThatNobodyCanLogIn() {
    LOG.log(
        Level.WARNING,
        "nobody can log in yet: start once with svarbar.console.first-password"
            + " (SVARBAR_CONSOLE_FIRST_PASSWORD) set, which makes the user {0}",
        NAME);
  }
}
