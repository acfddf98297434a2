package org.svarbar.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.svarbar.platform.Json;
import org.svarbar.platform.Json.UnreadableJson;
import org.svarbar.platform.RateLimit;

/** What {@link HelpGate} let through. */
@RequestScoped
class HelpRequest {

  /** What the browser names its session in. */
  static final String SESSION = "Svarbar-Session";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

  @Inject HttpServletRequest request;

  HelpSite site() {
    return (HelpSite) request.getAttribute(HelpGate.SITE);
  }

  /** The id of the session, if there is one of the form that we give out. */
  Optional<String> session() {
    return token(request.getHeader(SESSION));
  }

  /** Where it comes from, as far as limits tell customers apart. */
  String network() {
    try {
      return RateLimit.network(request.getRemoteAddr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<String> token(String written) {
    return Optional.ofNullable(written).filter(text -> TOKEN.matcher(text).matches());
  }

  /**
   * The body as JSON.
   *
   * @throws UnreadableJson when it is too long or something else
   */
  <T> T body(InputStream body, Class<T> as) {
    try {
      var bytes = body.readNBytes(HelpGate.LONGEST + 1);
      if (bytes.length > HelpGate.LONGEST) {
        throw new TooLong();
      }
      return Json.read(new String(bytes, StandardCharsets.UTF_8), as);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A body without an announced length that is longer than it may be. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
