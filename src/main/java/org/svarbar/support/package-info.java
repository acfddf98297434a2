/**
 * Puts together what somebody needs to know who helps from afar: one file that may be handed on.
 *
 * <ul>
 *   <li>It holds versions, the schema's history, health, queues, the index, settings, threads, and
 *       what happened last in the log.
 *   <li>Nothing that anybody wrote, no secret and no address of a person can be in it, because it
 *       is made of what is known to be harmless: numbers, our own names and words of a fixed list.
 *       What is not on the list is left out, however harmless it may be.
 * </ul>
 */
package org.svarbar.support;
