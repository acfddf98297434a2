package org.svarbar.requester;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows as they lie in a table, for whoever asks what is held about them. */
public final class Columns {

  private Columns() {}

  /**
   * What a query in SQL finds, by column; bytes as the text that they are, times as text, and
   * without what is empty.
   */
  public static List<Map<String, Object>> of(
      EntityManager entities, String select, Map<String, Object> parameters) {
    var query = entities.createNativeQuery(select, Tuple.class);
    parameters.forEach(query::setParameter);
    List<?> found = query.getResultList();
    return found.stream().map(row -> of((Tuple) row)).toList();
  }

  private static Map<String, Object> of(Tuple row) {
    var columns = new LinkedHashMap<String, Object>();
    for (var element : row.getElements()) {
      var value = row.get(element);
      if (value != null) {
        columns.put(element.getAlias().toLowerCase(Locale.ROOT), shown(value));
      }
    }
    return columns;
  }

  private static Object shown(Object value) {
    return switch (value) {
      case Number number -> number;
      case Boolean truth -> truth;
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> value.toString();
    };
  }
}
