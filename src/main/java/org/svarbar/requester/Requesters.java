package org.svarbar.requester;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.svarbar.platform.Sha256;
import org.svarbar.ticket.TicketRef;

/** What is held about requesters, in all rooms. */
@ApplicationScoped
@Transactional
public class Requesters {

  private static final int MARK = 16;

  @Inject @Any Instance<Holding> holdings;
  @Inject RequesterTickets tickets;

  /**
   * Somebody with this address, and with these tickets beside those that can be found by it.
   *
   * @param email may be empty when there are tickets
   * @throws IllegalArgumentException when it is no address
   */
  public Requester find(String email, Set<TicketRef> also) {
    var requester = new Requester(email, also);
    var all = new HashSet<TicketRef>();
    holdings.forEach(holding -> all.addAll(holding.tickets(requester)));
    return requester.with(all);
  }

  /** All that is held, by table: the rows, and in each what stands in its columns. */
  public Map<String, List<Map<String, Object>>> about(Requester requester) {
    var all = new TreeMap<String, List<Map<String, Object>>>();
    holdings.forEach(holding -> all.putAll(holding.about(requester)));
    return all;
  }

  /** How many rows there are, by table. */
  public Held count(Requester requester) {
    var rows = new TreeMap<String, Integer>();
    about(requester).forEach((table, all) -> rows.put(table, all.size()));
    var proof = rows + "\n" + requester.tickets().stream().map(Object::toString).sorted().toList();
    return new Held(rows, Sha256.hex(requester.email() + "\n" + proof));
  }

  /**
   * Erases all of it, if it is still what somebody saw.
   *
   * @param seen {@link Held#confirmation} of that time
   * @return what was held; nothing was erased where its confirmation is another one
   */
  public Held erase(Requester requester, String seen) {
    var held = count(requester);
    if (held.confirmation().equals(seen)) {
      eraseUnasked(requester);
    }
    return held;
  }

  /** Erases all of it, because the helpdesk has. */
  public void eraseUnasked(Requester requester) {
    holdings.forEach(holding -> holding.erase(requester));
  }

  /**
   * Stands for the requester in the audit log: who knows the address and the operator's key can
   * tell.
   */
  public String mark(Requester requester) {
    return requester.email().isEmpty()
        ? "tickets " + requester.tickets().stream().map(Object::toString).sorted().toList()
        : "requester " + tickets.digest(requester.email()).substring(0, MARK);
  }

  /** Deletes what was kept long enough; returns how many rows. */
  public int forgetBefore(Instant time) {
    return holdings.stream().mapToInt(holding -> holding.forgetBefore(time)).sum();
  }
}
