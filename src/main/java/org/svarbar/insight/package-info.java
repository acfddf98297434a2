/**
 * What is the matter with the knowledge: entries that say the same twice, that contradict each
 * other, or that may no longer hold.
 *
 * <ul>
 *   <li>A finding names its entries and the words that gave it away; people decide, nothing is
 *       changed by itself.
 *   <li>What was dismissed stays dismissed until one of its entries changes.
 *   <li>An entry is looked at after it has changed, and once a day; the search index finds what it
 *       is compared with, so that the work grows with the knowledge, not with its square.
 * </ul>
 *
 * <p>Not here: whether an entry is used, and what nobody answers.
 */
package org.svarbar.insight;
