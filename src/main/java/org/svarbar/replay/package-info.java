/**
 * Shows what Svarbar would have suggested for past tickets, judged by what agents really sent,
 * before anything is switched on.
 *
 * <ul>
 *   <li>The same code reads, ranks and judges as for live messages, with the knowledge as it stood
 *       on the ticket's day as far as that is known.
 *   <li>Nothing is written to a ticket.
 *   <li>Each case is a row, committed before the next; a replay goes on where it was interrupted,
 *       and no case comes twice.
 *   <li>One thread, which waits while live messages are worked on.
 *   <li>What a program cannot judge is left to people; until they have judged a sample of it, it
 *       counts as wrong.
 * </ul>
 *
 * <p>Out of scope: promises (room `triage`), which rest on the outcomes that a replay leaves.
 */
package org.svarbar.replay;
