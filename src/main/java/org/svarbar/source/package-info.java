/**
 * Keeps the knowledge as current as where the organisation keeps it: articles of a helpdesk, pages
 * of a web site, files at an address.
 *
 * <ul>
 *   <li>A source is read again and again, by one server at a time, and only what has changed is
 *       taken in. A run whose process is killed is begun anew within seconds.
 *   <li>What a source has no more is retired, and comes back when the source has it again. A run
 *       that failed retires nothing; one that would retire most of it asks first.
 *   <li>What a person wrote over is not overwritten, and what a person retired stays retired.
 *   <li>What was refused is named with the reason for as long as it is so.
 *   <li>A further kind of source is one {@link org.svarbar.source.SourceReader}.
 * </ul>
 *
 * <p>Out of scope: making entries searchable (room `knowledge`).
 */
package org.svarbar.source;
