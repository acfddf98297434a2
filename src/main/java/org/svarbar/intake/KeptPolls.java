package org.svarbar.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.WorkLoop.Lease;
import org.svarbar.platform.WorkLoop.LeasedRows;

/** The polls, kept in step with the connections that there are. */
final class KeptPolls implements LeasedRows {

  private static final Duration CHECKED_EVERY = Duration.ofSeconds(5);

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
      polls.keep(connections.all().stream().map(Connection::id).collect(Collectors.toSet()));
    }
    return polls.claim(most, lease);
  }

  @Override
  public void renew(Lease lease, Duration length) {
    polls.renew(lease, length);
  }
}
