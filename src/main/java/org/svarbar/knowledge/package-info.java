/**
 * What an organisation knows: FAQ entries, where they come from, and the search index over them.
 *
 * <ul>
 *   <li>The database is the truth; the index is a copy that can be thrown away at any time and
 *       comes back by itself.
 *   <li>An import is idempotent: the same file twice changes nothing the second time. What it
 *       refuses it names, with the reason; everything else goes in. A file that cannot be read
 *       changes nothing.
 *   <li>What follows a source is retired when the source has it no more, and comes back with it;
 *       what a person wrote over or retired is left alone.
 *   <li>A change is found within two seconds while OpenSearch answers, and as soon as it answers
 *       again otherwise.
 *   <li>While the index is rebuilt, the old one serves.
 *   <li>Answers leave as HTML that is safe to show, whatever came in.
 * </ul>
 *
 * <p>Out of scope: which entries fit a question (room `suggestion`).
 */
package org.svarbar.knowledge;
