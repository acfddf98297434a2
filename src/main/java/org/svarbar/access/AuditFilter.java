package org.svarbar.access;

import java.time.Instant;

/**
 * Which records are wanted.
 *
 * @param who a part of the name; empty: anybody
 * @param what a part of the path, or `log-in`; empty: everything
 * @param from the first moment
 * @param until the first moment that is not wanted any more
 * @param refused whether what was refused is wanted too
 */
public record AuditFilter(String who, String what, Instant from, Instant until, boolean refused) {}
