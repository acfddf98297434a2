package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.knowledge.Reason;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.TicketRef;

/**
 * Solved tickets of any helpdesk: they become proposals, and an entry only by a person's approval.
 */
@ApplicationScoped
class SolvedTickets implements SourceReader {

  private static final String ITEM = "read until";
  private static final Duration AT_FIRST = Duration.ofDays(30);

  /** Clocks differ, and a ticket that was being written may be listed late. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  @Inject HelpdeskOfSource connections;
  @Inject Helpdesks helpdesks;
  @Inject Proposals proposals;
  @Inject Clock clock;

  @Override
  public String kind() {
    return "solved-tickets";
  }

  @Override
  public Place place() {
    return Place.CONNECTION;
  }

  @Override
  public Optional<Reason> refusal(Source source) {
    return connections.refusal(source);
  }

  @Override
  public void read(Source source, SourceRun run) {
    var via = connections.of(source);
    var startedAt = clock.instant();
    var since = run.remembered(ITEM).map(Instant::parse).orElse(startedAt.minus(AT_FIRST));
    var tickets =
        helpdesks
            .of(via)
            .changedSince(since.minus(OVERLAP), via)
            .map(ChangedTicket::ref)
            .distinct()
            .toList();
    for (var i = 0; i < tickets.size(); i++) {
      run.progress(i, tickets.size());
      propose(source, tickets.get(i), via, run);
    }
    run.take(ITEM, startedAt.toString(), List.of());
    run.progress(tickets.size(), tickets.size());
  }

  private void propose(Source source, TicketRef ref, Connection via, SourceRun run) {
    try {
      var ticket = helpdesks.of(via).fetch(ref, via);
      SolvedTicket.of(ticket, source.language())
          .filter(solved -> via.worksFor(ticket.group()))
          .ifPresent(solved -> proposals.propose(source.name(), ticket, solved));
    } catch (TicketMissing e) {
      run.refuse(ref.toString(), Reason.of("source-missing", ref.id()));
    }
  }
}
