package org.svarbar.admin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.svarbar.helpdesk.Connection;

/**
 * A connection as programs see it.
 *
 * @param declared whether the operator's configuration made it, so that it cannot be changed here
 * @param secretsLive how many secrets are accepted: two while one is being rotated
 * @param secret the webhook's secret; empty except in the answer that made it
 */
public record ConnectionView(
    String id,
    String kind,
    String name,
    String baseUrl,
    String account,
    List<String> groups,
    String noteLanguage,
    String mode,
    boolean declared,
    int secretsLive,
    String webhookUrl,
    String secret) {

  static ConnectionView of(
      Connection connection, String publicUrl, boolean declared, String secret) {
    return new ConnectionView(
        connection.id().value(),
        connection.kind(),
        connection.name(),
        connection.baseUrl().map(URI::toString).orElse(""),
        connection.account(),
        connection.groups().stream().sorted().toList(),
        connection.noteLanguage().getLanguage(),
        connection.mode().name().toLowerCase(Locale.ROOT),
        declared,
        connection.secrets().size(),
        publicUrl + "/webhooks/" + connection.id(),
        secret);
  }
}
