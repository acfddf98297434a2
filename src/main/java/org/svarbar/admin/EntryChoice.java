package org.svarbar.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.knowledge.EntryFilter;
import org.svarbar.knowledge.Visibility;
import org.svarbar.platform.Languages;

/**
 * Which entries a list shows, as somebody chose it.
 *
 * @param groups among which to choose
 */
record EntryChoice(EntryFilter filter, List<String> groups) {

  private static final int LONGEST_TEXT = 200;

  /** Of what was asked for; what is unknown does not narrow the list. */
  static EntryChoice of(
      String text,
      String language,
      String visibility,
      String group,
      boolean retired,
      List<String> groups) {
    var filter =
        new EntryFilter(
            text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
            Languages.find(language),
            Optional.empty(),
            Optional.of(group).filter(groups::contains),
            Arrays.stream(Visibility.values())
                .filter(known -> word(known).equals(visibility))
                .findFirst(),
            retired);
    return new EntryChoice(filter, groups);
  }

  static String word(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }

  boolean isNarrowed() {
    return !filter.equals(EntryFilter.ALL);
  }

  /** As the query of an address. */
  String query() {
    return "?text="
        + encoded(filter.text())
        + "&language="
        + filter.language().map(Locale::toLanguageTag).orElse("")
        + "&visibility="
        + filter.visibility().map(EntryChoice::word).orElse("")
        + "&group="
        + encoded(filter.group().orElse(""))
        + "&retired="
        + filter.retired();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
