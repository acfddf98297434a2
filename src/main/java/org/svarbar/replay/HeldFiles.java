package org.svarbar.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svarbar.requester.Holding;
import org.svarbar.requester.Requester;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/**
 * Uploaded files of replays that are not over. One that holds something of the requester goes as a
 * whole, and its replay ends.
 */
@ApplicationScoped
@Transactional
class HeldFiles implements Holding {

  @PersistenceContext EntityManager entities;
  @Inject Replays replays;

  @Override
  public Set<String> tables() {
    return Set.of("replay_files");
  }

  @Override
  public Map<String, List<Map<String, Object>>> about(Requester requester) {
    return Map.of(
        "replay_files",
        holding(requester).stream()
            .map(file -> Map.<String, Object>of("replay_id", file.replayId))
            .toList());
  }

  @Override
  public void erase(Requester requester) {
    for (var file : holding(requester)) {
      replays.cancel(file.replayId);
      entities.remove(file);
    }
  }

  private List<ReplayFile> holding(Requester requester) {
    return entities
        .createQuery("select f from ReplayFile f", ReplayFile.class)
        .getResultStream()
        .filter(file -> holds(file, requester))
        .toList();
  }

  private boolean holds(ReplayFile file, Requester requester) {
    var connection = new ConnectionId(entities.find(ReplayRow.class, file.replayId).connectionId);
    return requester.isNamedIn(new String(file.content, StandardCharsets.UTF_8))
        || TicketFile.read(file.content, connection).stream()
            .anyMatch(ticket -> isOf(ticket.ref(), requester));
  }

  private static boolean isOf(TicketRef ticket, Requester requester) {
    return requester.tickets().contains(ticket);
  }
}
