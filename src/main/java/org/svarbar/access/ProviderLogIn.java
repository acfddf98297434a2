package org.svarbar.access;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.platform.Json;

/**
 * Tells the server's own log-in by OpenID Connect which provider to ask, where one is set. That
 * this way in is used at all is the server's configuration: `wildfly-config/60-oidc.cli`.
 */
@WebListener
public class ProviderLogIn implements ServletContextListener {

  /** Of WildFly's module `org.wildfly.security.elytron-http-oidc`, which we need not have. */
  private static final String SERVERS_LISTENER =
      "org.wildfly.security.http.oidc.OidcConfigurationServletListener";

  private static final String SERVERS_PARAMETER = "org.wildfly.security.http.oidc.json.config";

  @Inject
  @ConfigProperty(name = "svarbar.access.oidc.provider-url")
  Optional<String> provider;

  @Inject
  @ConfigProperty(name = "svarbar.access.oidc.client-id")
  String client;

  @Inject
  @ConfigProperty(name = "svarbar.access.oidc.client-secret")
  Optional<String> secret;

  @Inject
  @ConfigProperty(name = "svarbar.access.oidc.name-claim")
  String nameClaim;

  @Inject
  @ConfigProperty(name = "svarbar.access.oidc.ssl-required")
  String sslRequired;

  @Override
  public void contextInitialized(ServletContextEvent started) {
    provider.ifPresent(
        url -> {
          started.getServletContext().setInitParameter(SERVERS_PARAMETER, json(url));
          serversListener().contextInitialized(started);
        });
  }

  /** The server takes access tokens in a header, too: only such as were made for us. */
  private String json(String url) {
    return Json.createObjectBuilder()
        .add("provider-url", url)
        .add("client-id", client)
        .add("credentials", Json.createObjectBuilder().add("secret", secret.orElse("")))
        .add("principal-attribute", nameClaim)
        .add("ssl-required", sslRequired)
        .add("verify-token-audience", true)
        .build()
        .toString();
  }

  private static ServletContextListener serversListener() {
    try {
      return (ServletContextListener)
          Class.forName(SERVERS_LISTENER).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "svarbar.access.oidc.provider-url is set, and this server has no log-in by OpenID"
              + " Connect (module org.wildfly.security.elytron-http-oidc)",
          e);
    }
  }
}
