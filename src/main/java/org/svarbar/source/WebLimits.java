package org.svarbar.source;

import java.time.Duration;

/**
 * How far one source of pages may go.
 *
 * @param pages how many are asked for in one run
 * @param depth how many links from the start address
 * @param bytes of a page
 * @param pause between two requests; a site may ask for more
 */
record WebLimits(int pages, int depth, int bytes, Duration pause) {}
