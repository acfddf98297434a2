package org.svarbar.text;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of pages that a mail's writer gave in it, not those in what it quotes. */
public final class Links {

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`|]+");
  private static final String NOT_THEIRS = ".,;:!?)]}";
  private static final int MOST = 20;

  private Links() {}

  /**
   * At most 20, in their order; each in the form that {@link #comparable} gives.
   *
   * @param html whether `body` is HTML; otherwise it is plain text
   */
  public static Set<URI> of(String body, boolean html) {
    var links = new LinkedHashSet<URI>();
    var written =
        Stream.concat(
            html ? HtmlPage.parse(body).writtenLinks().stream() : Stream.empty(),
            ADDRESS.matcher(MailText.of("", body, html).text()).results().map(it -> it.group()));
    written.flatMap(each -> comparable(each).stream()).limit(MOST).forEach(links::add);
    return links;
  }

  /**
   * An address as it compares with others of the same page: `http` and `https`, `www.`, a last
   * slash, the case of the host and what campaigns add to it make no difference.
   *
   * @return empty: it is no address of a page
   */
  public static Optional<URI> comparable(String address) {
    try {
      var uri = URI.create(without(NOT_THEIRS, address.strip()));
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() == null || !scheme.matches("https?")
          ? Optional.empty()
          : Optional.of(comparable(uri));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static URI comparable(URI uri) {
    var host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    var port = uri.getPort() < 0 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
    var path = without("/", Optional.ofNullable(uri.getRawPath()).orElse(""));
    var query = Optional.ofNullable(uri.getRawQuery()).map(Links::own).orElse("");
    var fragment = Optional.ofNullable(uri.getRawFragment()).map(it -> "#" + it).orElse("");
    return URI.create("https://" + host + port + path + query + fragment);
  }

  /** Without these at its end; a pattern would begin anew at each of them. */
  private static String without(String characters, String text) {
    var end = text.length();
    while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String own(String query) {
    var own =
        Stream.of(query.split("&"))
            .filter(each -> !each.startsWith("utm_"))
            .collect(Collectors.joining("&"));
    return own.isEmpty() ? "" : "?" + own;
  }
}
