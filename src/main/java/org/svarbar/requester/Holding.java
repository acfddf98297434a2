package org.svarbar.requester;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svarbar.ticket.TicketRef;

/** Rows about requesters, as the room that keeps them says. Each method joins the caller's work. */
public interface Holding {

  /** The tables in which they lie. */
  Set<String> tables();

  /** Which tickets these rows show to be the requester's, beside those that are known. */
  default Set<TicketRef> tickets(Requester requester) {
    return Set.of();
  }

  /** All rows about the requester, by table: what stands in each column. */
  Map<String, List<Map<String, Object>>> about(Requester requester);

  /** Deletes them, or takes out of them what is the requester's. */
  void erase(Requester requester);

  /**
   * Deletes what is older, where it is kept no longer than what was learned is.
   *
   * @return how many rows
   */
  default int forgetBefore(Instant time) {
    return 0;
  }
}
