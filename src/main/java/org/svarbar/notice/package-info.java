/**
 * Tells operators of what waits for them, by webhook and by mail, so that nobody has to look.
 *
 * <ul>
 *   <li>What they are told of: dead letters, a connection whose work fails for long, a promise that
 *       was withdrawn. Of each at most one notice for a connection in a while, with the count of
 *       what has come together.
 *   <li>A notice is a row, committed before it is sent, one for each way out. It is sent once, or
 *       again with the same id after a crash; never lost.
 *   <li>It names a connection, counts and times. Nothing that anybody wrote, no ticket and no
 *       cause.
 *   <li>Off until the operator sets a way out; then nothing runs.
 * </ul>
 *
 * <p>Out of scope: whether the server itself is there. Prometheus and the health checks say that.
 */
package org.svarbar.notice;
