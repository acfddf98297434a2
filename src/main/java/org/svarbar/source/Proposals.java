package org.svarbar.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.knowledge.EntryDraft;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.requester.RequesterTickets;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

/** What solved tickets suggest as entries, for people to decide about. */
@ApplicationScoped
@Transactional
public class Proposals {

  /** How many are listed at most. */
  public static final int PAGE = 50;

  private static final String BY_AGENTS = "agents";

  @PersistenceContext EntityManager entities;
  @Inject FaqEntries entries;
  @Inject RequesterTickets requesters;
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

  /**
   * What an agent proposes because nothing fitted their ticket. Personal identifiers are taken out.
   *
   * @param question 10 to 500 characters
   * @param answer plain text, at most 20 000 characters; empty: whoever decides writes it
   * @return whether it is proposed now: not when its ticket or its question was before, or when
   *     such an entry is there
   */
  public boolean propose(
      TicketRef ticket, Locale language, Optional<String> group, String question, String answer) {
    return propose(
        BY_AGENTS,
        ticket,
        group,
        new SolvedTicket(
            SolvedTicket.redacted(question, SolvedTicket.LONGEST_QUESTION),
            SolvedTicket.redacted(answer, SolvedTicket.LONGEST_ANSWER),
            language));
  }

  /** Proposes it, unless its ticket or its question was proposed before, or is an entry. */
  void propose(String source, Ticket ticket, SolvedTicket solved) {
    if (propose(source, ticket.ref(), Optional.empty(), solved)) {
      requesters.remember(ticket.ref(), ticket.requester());
    }
  }

  private boolean propose(
      String source, TicketRef ticket, Optional<String> group, SolvedTicket solved) {
    if (isProposed(ticket, solved) || entries.hasQuestion(solved.question())) {
      return false;
    }
    var row = new StoredProposal();
    row.source = source;
    row.connectionId = ticket.connection().value();
    row.ticketId = ticket.id();
    row.group = group.orElse(null);
    row.questionKey = solved.questionKey();
    row.language = solved.language().getLanguage();
    row.question = solved.question();
    row.answer = solved.answer();
    row.createdAt = clock.instant();
    entities.persist(row);
    return true;
  }

  private boolean isProposed(TicketRef ticket, SolvedTicket solved) {
    return entities
            .createQuery(
                "select count(p) from StoredProposal p where (p.connectionId = :connection and"
                    + " p.ticketId = :ticket) or (p.language = :language and p.questionKey = :key)",
                Long.class)
            .setParameter("connection", ticket.connection().value())
            .setParameter("ticket", ticket.id())
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
