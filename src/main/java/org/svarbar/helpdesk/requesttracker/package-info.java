/**
 * Request Tracker 5 and 6: its words into ours and back. Tried with 5.0.3; written for 6 as well.
 *
 * <ul>
 *   <li>Webhooks come from our own extension (`src/main/request-tracker`), signed over
 *       `timestamp.body`.
 *   <li>Everything else goes through RT's <a
 *       href="https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html">REST 2.0 interface</a>. RT
 *       checks the token by bcrypt at each call (0.06 to 0.25 s of its processor), so calls are
 *       few: four for most tickets.
 *   <li>RT calls us before its database transaction is over: a ticket may be missing for a moment.
 *   <li>A message is a transaction: `Create` and `Correspond` are public, `Comment` is internal;
 *       its texts are attachments.
 *   <li>Lists leave out what our account may not see only after they were cut into pages, and then
 *       say no `total`: a page that is not full need not be the last one.
 *   <li>Numbers come as numbers or as strings; a merged ticket answers under the id of the one it
 *       went into.
 *   <li>RT's search for words finds none that its quoted-printable storage has broken, and lists
 *       say of nobody that they are privileged.
 *   <li>RT has no tags and no drafts.
 * </ul>
 */
package org.svarbar.helpdesk.requesttracker;
