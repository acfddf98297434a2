package org.svarbar.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form, to be shown again, and what is wrong with it.
 *
 * @param values by field; a field that was not sent counts as empty
 * @param wrong sentences for the reader, by field, in the order in which they are listed
 */
record Form(Map<String, String> values, Map<String, String> wrong) {

  Form {
    values = Map.copyOf(values);
    wrong = new LinkedHashMap<>(wrong);
  }

  /** As it was sent; of a field that was sent twice the first counts. */
  static Form of(Map<String, List<String>> sent) {
    var values = new LinkedHashMap<String, String>();
    sent.forEach((field, typed) -> values.put(field, typed.isEmpty() ? "" : typed.getFirst()));
    return new Form(values, Map.of());
  }

  Form withWrong(Map<String, String> found) {
    return new Form(values, found);
  }

  String value(String field) {
    return values.getOrDefault(field, "").strip();
  }

  /** Whether this is the chosen one of several values. */
  boolean has(String field, String value) {
    return value(field).equals(value);
  }

  boolean isRight() {
    return wrong.isEmpty();
  }

  /**
   * The ids of the elements that explain a field; `null` for none, which leaves the attribute out.
   */
  String describedBy(String field, boolean hasHint) {
    var ids = (hasHint ? field + "-hint " : "") + (isWrong(field) ? field + "-wrong" : "");
    return ids.isEmpty() ? null : ids.strip();
  }

  boolean isWrong(String field) {
    return wrong.containsKey(field);
  }
}
