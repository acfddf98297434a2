/**
 * What agents see and click beside a ticket, in their helpdesk's frame or as a page of its own.
 *
 * <ul>
 *   <li>Opening it costs reads: what is shown was found when the customer's message came.
 *   <li>It opens for whoever has a pass for this one ticket: from the note's link, signed by the
 *       helpdesk itself, or after a log-in. A pass never stands in an address that is sent, kept in
 *       a history or told as a referrer, and there are no cookies.
 *   <li>Only pages of the connection's helpdesk may show it in a frame, and hear from it.
 *   <li>Nothing is sent to a customer from here: what is inserted lies in the helpdesk's editor or
 *       draft, or in the clipboard.
 *   <li>What comes from outside is shown as text.
 *   <li>What an agent writes is not lost when the customer writes meanwhile.
 * </ul>
 *
 * <p>Out of scope: how a helpdesk shows the frame (its extension does), and what is learned from
 * what agents send (`triage`).
 */
package org.svarbar.panel;
