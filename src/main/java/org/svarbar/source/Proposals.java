package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.svarbar.knowledge.EntryDraft;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.ticket.Ticket;

/** What solved tickets suggest as entries, for people to decide about. */
@ApplicationScoped
@Transactional
public class Proposals {

  /** How many are listed at most. */
  public static final int PAGE = 50;

  @PersistenceContext EntityManager entities;
  @Inject FaqEntries entries;
  @Inject Clock clock;

  /** Those that nobody decided about, the oldest first. */
  public List<Proposal> open() {
    return entities
        .createQuery(
            "select p from StoredProposal p where p.state = :open order by p.id",
            StoredProposal.class)
        .setParameter("open", Proposal.State.OPEN)
        .setMaxResults(PAGE)
        .getResultStream()
        .map(StoredProposal::proposal)
        .toList();
  }

  public Optional<Proposal> find(long id) {
    return Optional.ofNullable(entities.find(StoredProposal.class, id))
        .map(StoredProposal::proposal);
  }

  /**
   * Makes an entry of it, as a person wrote it in the end.
   *
   * @return the entry; empty: it is not open, or there is such an entry already
   */
  public Optional<FaqEntry> approve(long id, EntryDraft draft) {
    var open = open(id);
    var made = open.flatMap(row -> entries.add(row.source, draft));
    made.ifPresent(
        entry -> {
          open.orElseThrow().decide(Proposal.State.APPROVED, clock.instant());
          open.orElseThrow().entryId = entry.id();
        });
    return made;
  }

  /**
   * It is not proposed again.
   *
   * @return whether there is such an open proposal
   */
  public boolean reject(long id) {
    var open = open(id);
    open.ifPresent(row -> row.decide(Proposal.State.REJECTED, clock.instant()));
    return open.isPresent();
  }

  /** Proposes it, unless its ticket or its question was proposed before, or is an entry. */
  void propose(String source, Ticket ticket, SolvedTicket solved) {
    if (isProposed(ticket, solved) || entries.hasQuestion(solved.question())) {
      return;
    }
    var row = new StoredProposal();
    row.source = source;
    row.connectionId = ticket.ref().connection().value();
    row.ticketId = ticket.ref().id();
    row.questionKey = solved.questionKey();
    row.language = solved.language().getLanguage();
    row.question = solved.question();
    row.answer = solved.answer();
    row.createdAt = clock.instant();
    entities.persist(row);
  }

  private boolean isProposed(Ticket ticket, SolvedTicket solved) {
    return entities
            .createQuery(
                "select count(p) from StoredProposal p where (p.connectionId = :connection and"
                    + " p.ticketId = :ticket) or (p.language = :language and p.questionKey = :key)",
                Long.class)
            .setParameter("connection", ticket.ref().connection().value())
            .setParameter("ticket", ticket.ref().id())
            .setParameter("language", solved.language().getLanguage())
            .setParameter("key", solved.questionKey())
            .getSingleResult()
        > 0;
  }

  private Optional<StoredProposal> open(long id) {
    return Optional.ofNullable(
            entities.find(StoredProposal.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(row -> row.state == Proposal.State.OPEN);
  }
}
