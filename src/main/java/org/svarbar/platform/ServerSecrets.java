package org.svarbar.platform;

import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Secrets that the server hands over by name (JNDI), so that it can decrypt them first:
 * `wildfly-config/50-secrets.cli`. A key `svarbar.secret-key` is bound as
 * `java:global/svarbar/secret-key`; one that is not bound, or not given, counts as not there.
 */
public class ServerSecrets implements ConfigSource {

  private static final Set<String> KEYS =
      Set.of(
          "svarbar.secret-key",
          "svarbar.other-secret-key",
          "svarbar.opensearch.password",
          "svarbar.console.first-password",
          "svarbar.console.new-password",
          "svarbar.embedding.endpoint.credential",
          "svarbar.access.oidc.client-secret",
          "svarbar.notices.webhook.secret",
          "svarbar.notices.mail.password");

  /** What the script binds where nothing is given, because the server binds nothing empty. */
  private static final String NOT_GIVEN = "-";

  /** Before the environment (300), whose value may be the encrypted one, after properties (400). */
  @Override
  public int getOrdinal() {
    return 350;
  }

  @Override
  public String getName() {
    return "secrets from the server";
  }

  @Override
  public Set<String> getPropertyNames() {
    return KEYS;
  }

  @Override
  public String getValue(String key) {
    if (!KEYS.contains(key)) {
      return null;
    }
    try {
      var bound = (String) new InitialContext().lookup("java:global/" + key.replace('.', '/'));
      return NOT_GIVEN.equals(bound) ? null : bound;
    } catch (NamingException e) {
      return null;
    }
  }
}
