package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.svarbar.ticket.ConnectionId;

/**
 * The installations of our app that the operator named: `svarbar.panel.zendesk.<connection>.*`. The
 * start fails when one of them is incomplete or has no usable key.
 */
@ApplicationScoped
class ZendeskApps {

  private static final String PREFIX = "svarbar.panel.zendesk.";
  private static final String KEY = ".public-key";
  private static final String AUDIENCE = ".audience";
  private static final int LEAST_BITS = 2048;

  @Inject Config config;

  private Map<String, ZendeskApp> byConnection = Map.of();

  void start(@Observes Startup started) {
    var found = new TreeMap<String, ZendeskApp>();
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        var connection = connection(name);
        found.put(connection, app(PREFIX + connection));
      }
    }
    byConnection = Map.copyOf(found);
  }

  Optional<ZendeskApp> of(ConnectionId connection) {
    return Optional.ofNullable(byConnection.get(connection.value()));
  }

  private static String connection(String setting) {
    var rest = setting.substring(PREFIX.length());
    var dot = rest.indexOf('.');
    var id = dot < 0 ? rest : rest.substring(0, dot);
    var key = dot < 0 ? "" : rest.substring(dot);
    if (!ConnectionId.isValid(id) || !(key.equals(KEY) || key.equals(AUDIENCE))) {
      throw new IllegalStateException(
          "unknown setting "
              + setting
              + "; a connection has "
              + PREFIX
              + "…"
              + KEY
              + " and …"
              + AUDIENCE);
    }
    return id;
  }

  private ZendeskApp app(String prefix) {
    var audience = required(prefix + AUDIENCE);
    if (!audience.matches("https://\\S{1,300}")) {
      throw new IllegalStateException(prefix + AUDIENCE + " is no https address: " + audience);
    }
    return new ZendeskApp(key(prefix + KEY, required(prefix + KEY)), audience);
  }

  private String required(String setting) {
    return config
        .getOptionalValue(setting, String.class)
        .orElseThrow(() -> new IllegalStateException(setting + " is not set"));
  }

  /** PEM, or what stands in it between the first and the last line. */
  private static RSAPublicKey key(String setting, String text) {
    try {
      var base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\\\n|\\s", "");
      var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
      var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
      if (key.getModulus().bitLength() < LEAST_BITS) {
        throw new IllegalStateException(setting + " has less than " + LEAST_BITS + " bits");
      }
      return key;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(setting + " is no public key of RSA in PEM", e);
    }
  }
}
