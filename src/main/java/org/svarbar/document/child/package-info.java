/**
 * The program that reads one document after the other in a process of its own: started by the room
 * `document`, with a small heap, an empty environment, a folder of its own and no network.
 *
 * <ul>
 *   <li>Documents come in on standard input as bytes; it never gets a path of the server's.
 *   <li>What goes out on standard output is simple HTML that this program wrote itself, within the
 *       limits that it was started with, or one word for what was wrong.
 *   <li>It ends when its parent does, and when memory runs out.
 *   <li>It uses Java and Apache Tika, and nothing else of ours, so that it runs without the
 *       server's libraries.
 * </ul>
 *
 * <p>Out of scope: how long a document may take. The parent watches that, and kills.
 */
package org.svarbar.document.child;
