package org.svarbar.knowledge;

import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A filter as the condition of a query over `StoredEntry e`. */
final class EntryCondition {

  private final StringBuilder where = new StringBuilder(" where e.retiredAt is ");
  private final Map<String, Object> values = new LinkedHashMap<>();

  EntryCondition(EntryFilter filter) {
    where.append(filter.retired() ? "not null" : "null");
    if (!filter.text().isBlank()) {
      and(
          "(lower(e.key) like :text escape '\\' or lower(e.answer) like :text escape '\\'"
              + " or exists (select 1 from e.questions q where lower(q) like :text escape '\\'))",
          "text",
          "%" + literal(filter.text().strip().toLowerCase(Locale.ROOT)) + "%");
    }
    filter.language().ifPresent(it -> and("e.language = :language", "language", it.getLanguage()));
    filter.source().ifPresent(it -> and("e.source = :source", "source", it));
    filter.group().ifPresent(it -> and("e.group = :group", "group", it));
    filter.visibility().ifPresent(it -> and("e.visibility = :visibility", "visibility", it));
  }

  String where() {
    return where.toString();
  }

  <T> TypedQuery<T> bind(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  private void and(String condition, String name, Object value) {
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
