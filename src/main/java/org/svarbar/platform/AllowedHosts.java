package org.svarbar.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the operator lets Svarbar call: scheme, host and port, exactly as written in
 * `svarbar.outbound.allowed`; the port may be `*`. A console administrator chooses among them and
 * cannot add to them.
 */
public record AllowedHosts(List<String> written) {

  /** Refuses what is not `http(s)://host[:port]`. */
  public AllowedHosts {
    written = written.stream().map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    for (var entry : written) {
      if (!entry.matches("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:(\\*|[0-9]{1,5}))?")) {
        throw new IllegalArgumentException(
            "svarbar.outbound.allowed: \"" + entry + "\" is not of the form http(s)://host[:port]");
      }
    }
    written = written.stream().map(AllowedHosts::canonical).toList();
  }

  /** Reads a comma-separated list. */
  public static AllowedHosts of(String list) {
    return new AllowedHosts(List.of(list.split(",")));
  }

  /**
   * Says why `uri` may not be called, or nothing if it may.
   *
   * @return reasons for an administrator; empty: allowed
   */
  public List<String> refusals(URI uri) {
    var reasons = new ArrayList<String>();
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      reasons.add("only http and https addresses are called");
    } else if (uri.getHost() == null) {
      reasons.add("the address names no host");
    } else if (uri.getRawUserInfo() != null) {
      reasons.add("the address holds a user name or password");
    } else if (!isListed(scheme, uri.getHost().toLowerCase(Locale.ROOT), port(uri, scheme))) {
      reasons.add(
          "the operator of this server has not allowed calls to "
              + scheme
              + "://"
              + uri.getHost()
              + ":"
              + port(uri, scheme)
              + " (setting svarbar.outbound.allowed)");
    }
    return List.copyOf(reasons);
  }

  private boolean isListed(String scheme, String host, int port) {
    var place = scheme + "://" + host + ":";
    return written.contains(place + port) || written.contains(place + "*");
  }

  private static int port(URI uri, String scheme) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return scheme.equals("https") ? 443 : 80;
  }

  private static String canonical(String entry) {
    var lower = entry.toLowerCase(Locale.ROOT);
    if (lower.endsWith(":*")) {
      return lower;
    }
    var uri = URI.create(lower);
    return uri.getScheme() + "://" + uri.getHost() + ":" + port(uri, uri.getScheme());
  }
}
