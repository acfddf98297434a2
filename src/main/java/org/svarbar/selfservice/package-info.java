/**
 * What customers do to help themselves, and how it reaches the person who helps them then.
 *
 * <ul>
 *   <li>Customers find what agents find: the same ranking, of public answers only.
 *   <li>A session is known by a random id that the customer's browser keeps for one tab; the
 *       database holds its digest. Nothing is stored before consent where the site asks for it.
 *   <li>Personal identifiers are taken out before anything is stored; an e-mail address that a
 *       customer gives is kept as a keyed digest only.
 *   <li>Pages of other origins than the site's are refused, and so is what is too large, too much
 *       or too often, before it costs anything.
 *   <li>A session whose time is over is deleted; so is one that somebody asks to have erased.
 *   <li>A session belongs to one requester: a reference that somebody else sends again shows
 *       nothing.
 *   <li>What the customer did is written into the ticket as one internal note, when a person takes
 *       over.
 * </ul>
 *
 * <p>Out of scope: answering customers (nobody but a person does), what agents see beside the note.
 */
package org.svarbar.selfservice;
