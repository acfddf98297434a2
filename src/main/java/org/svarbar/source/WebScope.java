package org.svarbar.source;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of a web site that a source consists of: the host of its start address, and there what
 * is below its folder, or below itself if its name does not look like that of a file.
 */
record WebScope(URI start) {

  /** Without fragment, default port and dot segments; empty: no address of the web. */
  static Optional<URI> normalised(String address) {
    return WebAddress.parsed(address)
        .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
        .filter(
            uri ->
                "http".equalsIgnoreCase(uri.getScheme())
                    || "https".equalsIgnoreCase(uri.getScheme()))
        .map(WebScope::normalised);
  }

  private static URI normalised(URI uri) {
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    var port = uri.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : uri.getPort();
    var path = uri.normalize().getRawPath();
    return URI.create(
        scheme
            + "://"
            + uri.getHost().toLowerCase(Locale.ROOT)
            + (port < 0 ? "" : ":" + port)
            + (path.isEmpty() ? "/" : path)
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
  }

  /** The site's root, without a slash at the end. */
  String origin() {
    return start.getScheme() + "://" + start.getRawAuthority();
  }

  boolean isSameSite(URI address) {
    return address.getScheme().equals(start.getScheme())
        && start.getRawAuthority().equals(address.getRawAuthority());
  }

  boolean holds(URI address) {
    if (!isSameSite(address)) {
      return false;
    }
    var top = top();
    var path = address.getRawPath();
    return path.startsWith(top.endsWith("/") ? top : top + "/") || path.equals(top);
  }

  private String top() {
    var path = start.getRawPath();
    var file = path.lastIndexOf('/');
    return path.indexOf('.', file) < 0 ? path : path.substring(0, file + 1);
  }
}
