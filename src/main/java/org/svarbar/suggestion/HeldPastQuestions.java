package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import org.svarbar.requester.TicketRows;

/** What requesters asked in tickets, as ranking learned it; what was imported names no ticket. */
@ApplicationScoped
class HeldPastQuestions extends TicketRows {

  HeldPastQuestions() {
    super(
        "past_questions",
        "source like 'helpdesk-%' and asked_at < :before",
        "source = 'helpdesk-' || cast(:connection as varchar)"
            + " and position(cast(:ticket as varchar) || ' ' in reference) = 1");
  }
}
