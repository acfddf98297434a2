package org.svarbar.notice;

import java.time.Instant;

/**
 * Something to tell operators of.
 *
 * @param count how many have come together
 * @param after since when they are counted: what came earlier has been told; of a connection that
 *     fails, since when it does
 * @param until what came later is for the next time
 */
record Sighting(Occasion occasion, String connection, long count, Instant after, Instant until) {}
