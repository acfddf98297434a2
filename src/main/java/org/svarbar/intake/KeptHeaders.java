package org.svarbar.intake;

import java.util.Map;
import java.util.TreeMap;
import org.svarbar.helpdesk.WebhookRequest;

/**
 * The headers of a webhook that an adapter may want to read: none that proves anything or says who
 * sits where.
 */
final class KeptHeaders {

  private static final int LONGEST_VALUE = 300;
  private static final int MOST = 30;

  private KeptHeaders() {}

  static Map<String, String> of(WebhookRequest request) {
    var kept = new TreeMap<String, String>();
    request.headers().keySet().stream()
        .filter(KeptHeaders::isHarmless)
        .sorted()
        .limit(MOST)
        .forEach(
            name ->
                request
                    .header(name)
                    .filter(value -> value.length() <= LONGEST_VALUE)
                    .ifPresent(value -> kept.put(name, value)));
    return kept;
  }

  private static boolean isHarmless(String name) {
    return (name.startsWith("x-") || name.startsWith("webhook-") || name.equals("content-type"))
        && !name.contains("signature")
        && !name.contains("token")
        && !name.contains("auth")
        && !name.contains("key")
        && !name.contains("secret")
        && !name.startsWith("x-forwarded")
        && !name.equals("x-real-ip");
  }
}
