package org.svarbar.intake;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.LeasedRows;

/** The polls, kept in step with the connections that there are. */
final class KeptPolls implements LeasedRows {

  private static final Duration CHECKED_EVERY = Duration.ofSeconds(5);

  private static final Logger LOG = System.getLogger(KeptPolls.class.getName());

  private final Polls polls;
  private final Connections connections;
  private final Clock clock;
  private Instant checkedAt = Instant.EPOCH;

  KeptPolls(Polls polls, Connections connections, Clock clock) {
    this.polls = polls;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public List<Lease> claim(int most, Duration lease) {
    var now = clock.instant();
    if (!now.isBefore(checkedAt.plus(CHECKED_EVERY))) {
      checkedAt = now;
      keep();
    }
    return polls.claim(most, lease);
  }

  private void keep() {
    try {
      polls.keep(connections.all().stream().map(Connection::id).collect(Collectors.toSet()));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "polls are not kept now; another node may do it", e);
    }
  }

  @Override
  public List<Lease> renew(Collection<Lease> leases, Duration length) {
    return polls.renew(leases, length);
  }
}
