package org.svarbar.selfservice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One visit of one customer with what happened in it.
 *
 * @param id ours, never shown to customers
 * @param reference what mails and forms carry
 * @param events oldest first
 */
public record HelpSession(
    long id,
    String siteId,
    String reference,
    Locale language,
    Instant startedAt,
    Instant lastAt,
    List<SessionEvent> events) {

  public HelpSession {
    events = List.copyOf(events);
  }
}
