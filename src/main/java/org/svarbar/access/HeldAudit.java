package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svarbar.requester.Columns;
import org.svarbar.requester.Holding;
import org.svarbar.requester.Requester;

/**
 * Records that name the address, which none should. The address is taken out of them; that
 * something was changed, and by whom, stays.
 */
@ApplicationScoped
@Transactional
class HeldAudit implements Holding {

  @PersistenceContext EntityManager entities;

  @Override
  public Set<String> tables() {
    return Set.of("audit_log");
  }

  @Override
  public Map<String, List<Map<String, Object>>> about(Requester requester) {
    return Map.of("audit_log", naming(requester));
  }

  @Override
  public void erase(Requester requester) {
    for (var row : naming(requester)) {
      entities
          .createNativeQuery("update audit_log set path = :path, changes = :changes where id = :id")
          .setParameter("path", requester.takenOutOf(row.get("path").toString()))
          .setParameter("changes", requester.takenOutOf(row.get("changes").toString()))
          .setParameter("id", row.get("id"))
          .executeUpdate();
    }
  }

  private List<Map<String, Object>> naming(Requester requester) {
    if (requester.email().isEmpty()) {
      return List.of();
    }
    var email = "%" + requester.email().replaceAll("([!%_])", "!$1") + "%";
    return Columns.of(
            entities,
            "select * from audit_log where lower(path) like :email escape '!'"
                + " or lower(changes) like :email escape '!' order by id",
            Map.of("email", email))
        .stream()
        .filter(row -> requester.isNamedIn(row.get("path") + "\n" + row.get("changes")))
        .toList();
  }
}
