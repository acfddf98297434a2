/**
 * An action that is accepted here is eventually done in the helpdesk, or visibly given up.
 *
 * <ul>
 *   <li>Accepting is part of the caller's transaction: event and actions are recorded together or
 *       not at all.
 *   <li>Done at least once, and effectively once: before an action is repeated whose first outcome
 *       is unknown, the helpdesk is read for its marker.
 *   <li>A helpdesk that asks for time with `Retry-After` gets it.
 *   <li>What is given up is a dead letter with its cause and its attempts, which an administrator
 *       can replay.
 * </ul>
 */
package org.svarbar.outbox;
