package org.svarbar.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.svarbar.notice.MailWay.MailServer;
import org.svarbar.platform.OutboundHttp;

/** How the operator wants to be told; what cannot be right together is refused and named. */
@ApplicationScoped
class NoticeSettings {

  private static final String ADDRESS = "svarbar.notices.webhook.address";
  private static final String SECRET = "svarbar.notices.webhook.secret";
  private static final String HOST = "svarbar.notices.mail.host";
  private static final String FROM = "svarbar.notices.mail.from";
  private static final String TO = "svarbar.notices.mail.to";

  @Inject
  @ConfigProperty(name = ADDRESS)
  Optional<String> address;

  @Inject
  @ConfigProperty(name = SECRET)
  Optional<String> secret;

  @Inject
  @ConfigProperty(name = HOST)
  Optional<String> host;

  @Inject
  @ConfigProperty(name = "svarbar.notices.mail.port")
  int port;

  @Inject
  @ConfigProperty(name = "svarbar.notices.mail.tls")
  String tls;

  @Inject
  @ConfigProperty(name = "svarbar.notices.mail.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "svarbar.notices.mail.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(name = FROM)
  Optional<String> from;

  @Inject
  @ConfigProperty(name = TO)
  Optional<String> to;

  @Inject
  @ConfigProperty(name = "svarbar.notices.language")
  String language;

  @Inject
  @ConfigProperty(name = "svarbar.public-url")
  String publicUrl;

  @Inject OutboundHttp http;
  @Inject Clock clock;

  Locale language() {
    return Locale.of(language);
  }

  /** Without a slash at its end. */
  String publicUrl() {
    return publicUrl.replaceFirst("/+$", "");
  }

  /**
   * None: nobody is told.
   *
   * @throws IllegalStateException when a way is set by half, or the webhook's address is not one
   *     that may be called
   */
  List<Way> ways() {
    var ways = new ArrayList<Way>();
    address.map(String::strip).map(URI::create).ifPresent(it -> ways.add(webhook(it)));
    host.ifPresent(it -> ways.add(mail(it)));
    return ways;
  }

  private Way webhook(URI to) {
    var refusals = http.allowed().refusals(to);
    if (!refusals.isEmpty()) {
      throw new IllegalStateException(ADDRESS + ": " + String.join("; ", refusals));
    }
    return new WebhookWay(to, needed(SECRET, secret, ADDRESS), http, clock);
  }

  private Way mail(String at) {
    var server = new MailServer(at, port, tls, user, password.orElse(""));
    return new MailWay(server, needed(FROM, from, HOST), needed(TO, to, HOST), clock);
  }

  private static String needed(String key, Optional<String> value, String with) {
    return value.orElseThrow(
        () -> new IllegalStateException(key + " has to be set where " + with + " is"));
  }
}
