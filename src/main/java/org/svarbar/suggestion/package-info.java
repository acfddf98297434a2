/**
 * A question in; ranked, cited suggestions out, each with its reasons. Silent when nothing fits: a
 * wrong suggestion costs an agent more than none.
 *
 * <ul>
 *   <li>At most three, best first, no two of the same entry, which is shown in the asker's language
 *       where it is there.
 *   <li>What is internal is marked so, and is left out where the text may reach a requester.
 *   <li>The same question over the same knowledge gets the same suggestions, in every channel.
 * </ul>
 */
package org.svarbar.suggestion;
