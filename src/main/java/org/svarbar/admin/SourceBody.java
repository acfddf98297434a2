package org.svarbar.admin;

import org.svarbar.source.SourceForm;

/**
 * A source as a program writes it, unchecked; what is missing is `null`.
 *
 * @param visibility `public` or `internal`
 * @param everySeconds missing: 600
 * @param enabled missing: yes
 */
public record SourceBody(
    String kind,
    String address,
    String connection,
    String language,
    String visibility,
    String group,
    Long everySeconds,
    Boolean enabled) {

  SourceForm form(String name) {
    return new SourceForm(
        name,
        orEmpty(kind),
        orEmpty(address),
        orEmpty(connection),
        orEmpty(language),
        orEmpty(visibility),
        orEmpty(group),
        everySeconds == null ? "" : everySeconds.toString(),
        enabled == null || enabled);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
