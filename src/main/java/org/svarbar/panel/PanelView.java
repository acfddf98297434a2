package org.svarbar.panel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.selfservice.HandoverText;
import org.svarbar.triage.Verdict;

/**
 * All that the panel shows of a ticket.
 *
 * @param version changes when there is something new to see
 * @param url where an agent opens the ticket; empty: unknown
 * @param verdict empty: no message was judged yet
 * @param reasons for the verdict, in the reader's language
 * @param handover what the customer did before
 * @param similar other tickets in which the best suggestion was right
 */
record PanelView(
    String version,
    String url,
    Optional<Verdict> verdict,
    List<String> reasons,
    List<ShownSuggestion> suggestions,
    Optional<HandoverText> handover,
    List<Similar> similar) {

  PanelView {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(verdict, "verdict");
    reasons = List.copyOf(reasons);
    suggestions = List.copyOf(suggestions);
    Objects.requireNonNull(handover, "handover");
    similar = List.copyOf(similar);
  }

  /**
   * @param url empty: unknown
   */
  record Similar(String ticketId, String url, Instant at) {}
}
