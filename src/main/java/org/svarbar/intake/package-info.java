/**
 * Acknowledges only what it has stored, stores only what it has verified.
 *
 * <ul>
 *   <li>A webhook that was answered 200 lies in the database, committed, before the answer goes
 *       out.
 *   <li>The same signed content is one delivery, however often and under whatever delivery id it
 *       comes.
 *   <li>Neither OpenSearch nor the helpdesk is asked before the answer.
 *   <li>Answers are 200, 401, 404, 413 or 503; never a redirect and never 410, which make some
 *       senders stop for good.
 *   <li>What was stored is worked on at once; after a crash another start goes on with it.
 * </ul>
 */
package org.svarbar.intake;
