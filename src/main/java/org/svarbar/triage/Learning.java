package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import org.svarbar.ticket.ConnectionId;

/** What follows when it is learned what became of suggestions. */
@ApplicationScoped
public class Learning {

  @Inject Outcomes outcomes;
  @Inject Calibrations calibrations;
  @Inject Promises promises;

  /**
   * Stores outcomes; probabilities are calibrated anew if that is worth it, and promises that the
   * outcomes speak against are withdrawn. The same outcomes again change nothing.
   */
  @Transactional
  public void learn(Collection<Outcome> learned) {
    var connections = new HashSet<ConnectionId>();
    for (var outcome : learned) {
      outcomes.put(outcome);
      connections.add(outcome.ticket().connection());
    }
    connections.forEach(this::review);
  }

  /** Does what follows from outcomes that were stored without it, because there were many. */
  @Transactional
  public void review(ConnectionId connection) {
    calibrations.refitIfWorthIt(connection);
    promises.review(connection);
  }
}
