/**
 * For one ticket event: what Svarbar does about it.
 *
 * <ul>
 *   <li>The ticket is read from the helpdesk before anything is decided; the webhook was only a
 *       hint.
 *   <li>For each message of the requester there is at most one note, however often the event comes.
 *   <li>Our own notes never make us act.
 *   <li>When nothing fits, nothing is written.
 *   <li>What the customer has read before they wrote comes last, with the reason.
 *   <li>What is written for agents is in the agents' language, as HTML and as plain text that say
 *       the same.
 * </ul>
 */
package org.svarbar.assist;
