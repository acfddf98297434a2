package org.svarbar.admin;

import java.util.Optional;
import org.svarbar.suggestion.Suggested;

/**
 * A ticket as it was typed in, and what came of it.
 *
 * @param error the key of what is wrong with the ticket
 */
record TriedTicket(
    String subject, String text, Optional<String> error, Optional<Suggested> suggested) {}
