package org.svarbar.admin;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.ConnectionDraft;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.platform.AllowedHosts;
import org.svarbar.platform.Languages;

/**
 * A connection as a program writes it, unchecked; what is missing is `null`.
 *
 * @param credential missing: left as it is
 * @param mode `off`, `monitor`, `note`, `draft` or `reply`
 */
public record ConnectionForm(
    String kind,
    String name,
    String baseUrl,
    String account,
    String credential,
    List<String> groups,
    String noteLanguage,
    String mode) {

  /**
   * @throws IllegalArgumentException with a sentence for the caller when something is wrong
   */
  ConnectionDraft draft(Helpdesks helpdesks, AllowedHosts allowed) {
    return new ConnectionDraft(
        knownKind(helpdesks),
        orEmpty(name),
        address(allowed),
        orEmpty(account),
        Optional.ofNullable(credential),
        groups == null ? Set.of() : new HashSet<>(groups),
        language(),
        knownMode());
  }

  private String knownKind(Helpdesks helpdesks) {
    return helpdesks.kinds().stream()
        .filter(known -> known.equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind is one of " + String.join(", ", helpdesks.kinds())));
  }

  private Optional<URI> address(AllowedHosts allowed) {
    if (orEmpty(baseUrl).isBlank()) {
      return Optional.empty();
    }
    var address = URI.create(baseUrl.strip());
    var refusals = allowed.refusals(address);
    if (!refusals.isEmpty()) {
      throw new IllegalArgumentException("baseUrl: " + String.join("; ", refusals));
    }
    return Optional.of(address);
  }

  private Locale language() {
    return noteLanguage == null
        ? Languages.ENGLISH
        : Languages.find(noteLanguage)
            .orElseThrow(
                () -> new IllegalArgumentException("noteLanguage is one of " + Languages.ALL));
  }

  private Connection.Mode knownMode() {
    return mode == null
        ? Connection.Mode.MONITOR
        : Arrays.stream(Connection.Mode.values())
            .filter(known -> known.name().equalsIgnoreCase(mode))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("mode is off, monitor, note, draft or reply"));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
