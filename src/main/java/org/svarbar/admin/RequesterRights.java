package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.svarbar.access.AuditLog;
import org.svarbar.platform.Json;
import org.svarbar.requester.Held;
import org.svarbar.requester.Requester;
import org.svarbar.requester.Requesters;

/** What a requester can ask an administrator for; each leaves a record without the address. */
@ApplicationScoped
@Transactional
class RequesterRights {

  @Inject Requesters requesters;
  @Inject AuditLog log;
  @Inject Clock clock;

  /** What is given out. */
  public record Export(
      String email,
      Instant exportedAt,
      List<String> tickets,
      Map<String, List<Map<String, Object>>> held) {}

  /** All that is held, as JSON; the record is written by this transaction. */
  String export(Requester requester, String who, String path) {
    var held = requesters.about(requester);
    var rows = held.values().stream().mapToInt(List::size).sum();
    log.write(who, "export", path, true, requesters.mark(requester) + ": " + rows + " rows");
    var tickets = requester.tickets().stream().map(Object::toString).sorted().toList();
    return Json.write(new Export(requester.email(), clock.instant(), tickets, held));
  }

  /** As {@link Requesters#erase}. */
  Held erase(Requester requester, String seen) {
    var held = requesters.erase(requester, seen);
    if (held.confirmation().equals(seen)) {
      log.note(requesters.mark(requester) + " erased: " + held.rows());
    }
    return held;
  }
}
