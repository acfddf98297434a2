package org.svarbar.suggestion;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a requester asked, and the entry that answered it.
 *
 * @param reference what its source calls it: a ticket's number or the like; 1 to 200 characters
 * @param text without personal identifiers; 1 to 2,000 characters
 * @param askedAt empty: just now
 */
record AnsweredQuestion(
    String reference, long entryId, Locale language, String text, Optional<Instant> askedAt) {}
