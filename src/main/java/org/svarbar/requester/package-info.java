/**
 * What is held about one requester, in all rooms: counted, given back, and let go.
 *
 * <ul>
 *   <li>Each room that keeps rows about requesters says so by a {@link
 *       org.svarbar.requester.Holding}; a test fails when a table is neither named by one nor known
 *       to hold nothing of the kind.
 *   <li>Which tickets are whose is kept as keyed digests of addresses, because most of what is held
 *       names only the ticket.
 *   <li>All of it goes in one transaction, or nothing.
 * </ul>
 *
 * <p>Out of scope: what the helpdesk itself holds; who may ask (room `access`).
 */
package org.svarbar.requester;
