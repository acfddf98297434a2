package org.svarbar.ticket;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What came with a message besides its text, as far as the helpdesk tells.
 *
 * @param headers those fields of a mail's header that say who or what sent it; names in lower case
 * @param attachments how many files came with it
 */
public record Envelope(Map<String, String> headers, int attachments) {

  /** When the helpdesk tells nothing. */
  public static final Envelope UNKNOWN = new Envelope(Map.of(), 0);

  /** Nothing else of a header is kept: it could hold what is nobody's business. */
  private static final Set<String> KEPT =
      Set.of(
          "auto-submitted",
          "content-type",
          "list-id",
          "list-unsubscribe",
          "precedence",
          "return-path",
          "x-autoreply",
          "x-autorespond",
          "x-failed-recipients");

  private static final int LONGEST = 200;

  public Envelope {
    var kept = new HashMap<String, String>();
    headers.forEach(
        (name, value) -> {
          var low = name.toLowerCase(Locale.ROOT);
          if (KEPT.contains(low)) {
            kept.put(low, value.substring(0, Math.min(LONGEST, value.length())));
          }
        });
    headers = Map.copyOf(kept);
    if (attachments < 0) {
      throw new IllegalArgumentException("attachments: " + attachments);
    }
  }

  /** Reads a mail's header as it was sent, folded lines and all. */
  public static Envelope ofHeader(String header, int attachments) {
    var fields = new HashMap<String, String>();
    for (var line : header.replaceAll("\r?\n[ \t]+", " ").split("\r?\n")) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return new Envelope(fields, attachments);
  }
}
