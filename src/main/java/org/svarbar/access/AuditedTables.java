package org.svarbar.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Of which tables changes are written down in detail, and which of their fields with their values:
 * the others hold secrets or texts, and it is only said that they changed.
 */
final class AuditedTables {

  private static final int LONGEST_VALUE = 200;

  /** By table, the fields of its entity; the first one says which row it is. */
  static final Map<String, List<String>> SHOWN =
      Map.ofEntries(
          Map.entry(
              "connections",
              List.of("id", "kind", "name", "baseUrl", "groups", "noteLanguage", "mode")),
          Map.entry(
              "group_policies",
              List.of(
                  "connectionId",
                  "group",
                  "mode",
                  "languages",
                  "days",
                  "fromMinute",
                  "untilMinute",
                  "mostPerDay")),
          Map.entry("master_switch", List.of("id", "state")),
          Map.entry(
              "triage_policies",
              List.of("connectionId", "rules", "marking", "fieldName", "noteForPerson")),
          Map.entry("promises", List.of("connectionId", "group", "state", "cases", "errors")),
          Map.entry("calibrations", List.of("connectionId", "kept", "inUse")),
          Map.entry("handover_rules", List.of("connectionId", "occasions")),
          Map.entry(
              "sources",
              List.of(
                  "name",
                  "kind",
                  "address",
                  "connectionId",
                  "language",
                  "visibility",
                  "group",
                  "everySeconds",
                  "enabled",
                  "cancelRequested",
                  "removalConfirmed")),
          Map.entry(
              "help_sites",
              List.of(
                  "id",
                  "name",
                  "origins",
                  "languages",
                  "group",
                  "connectionId",
                  "consentRequired",
                  "ticketGroup",
                  "keepDays",
                  "keepUnlinkedDays",
                  "solvedAfterDays",
                  "enabled")),
          Map.entry("console_users", List.of("name", "role", "program")),
          Map.entry(
              "faq_entries",
              List.of(
                  "id",
                  "source",
                  "key",
                  "language",
                  "visibility",
                  "group",
                  "format",
                  "url",
                  "reviewOn",
                  "retiredAt",
                  "editedByHand",
                  "revision")),
          Map.entry("proposals", List.of("id", "source", "decidedAt", "entryId")),
          Map.entry("replays", List.of("id", "connectionId", "most", "strict", "fromFile")),
          Map.entry("brand_parts", List.of("kind", "part", "brand")),
          Map.entry("knowledge_index", List.of("id", "rebuildRequested")));

  /** What changes by itself whenever anything does. */
  private static final Set<String> SILENT = Set.of("createdAt", "changedAt", "version", "behind");

  private AuditedTables() {}

  /**
   * What happened to a row, in one line.
   *
   * @param before empty: it is new
   * @param after empty: it was deleted
   * @return empty: the table is none of these, or nothing worth a word changed
   */
  static Optional<String> line(
      String table, String[] fields, Optional<Object[]> before, Optional<Object[]> after) {
    var shown = SHOWN.get(table);
    if (shown == null) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    for (var at = 0; at < fields.length; at++) {
      var was = value(before, at);
      var is = value(after, at);
      if (!SILENT.contains(fields[at]) && !Objects.equals(was, is)) {
        parts.add(part(fields[at], was, is, before.isPresent(), shown.contains(fields[at])));
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    var word = before.isEmpty() ? "new" : after.isEmpty() ? "removed" : "changed";
    return Optional.of(word + ": " + String.join("; ", parts));
  }

  private static Object value(Optional<Object[]> state, int at) {
    return state.map(values -> values[at]).orElse(null);
  }

  private static String part(String field, Object was, Object is, boolean existed, boolean shown) {
    if (!shown) {
      return field + " ***";
    }
    return existed ? field + " " + text(was) + " → " + text(is) : field + " " + text(is);
  }

  private static String text(Object value) {
    if (value == null) {
      return "–";
    }
    var line = value.toString().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
  }
}
