package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.svarbar.platform.ErrorPages;

/** Says in the reader's language what went wrong and what to do now. */
@ApplicationScoped
class ConsoleErrorPages implements ErrorPages {

  @Inject Pages pages;

  @Override
  public boolean areFor(String path) {
    return path.equals("/console") || path.startsWith("/console/");
  }

  @Override
  public String html(int status, String reference) {
    return pages.html("error", Map.of("kind", kind(status), "reference", reference));
  }

  private static String kind(int status) {
    return switch (status) {
      case 401, 403 -> "forbidden";
      case 404 -> "missing";
      case 429 -> "too-often";
      case 503 -> "unavailable";
      default -> status < 500 ? "refused" : "broken";
    };
  }
}
