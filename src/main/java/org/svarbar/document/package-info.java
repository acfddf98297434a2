/**
 * Makes FAQ entries of the documents in a folder: PDF, Word, HTML and Markdown.
 *
 * <ul>
 *   <li>Documents that somebody else wrote are opened by a process of its own (package `child`),
 *       which has a small heap, little time and no network, and is killed when it fails. What a
 *       hostile document can break is that process.
 *   <li>A document that is not read is refused with the reason; the others are read all the same.
 *   <li>Only folders below those that the operator allowed are read; links lead nowhere.
 *   <li>A heading with its text becomes an entry; an entry keeps its key as long as file and
 *       heading keep their names.
 * </ul>
 *
 * <p>Out of scope: when a folder is read, and what becomes of entries that are gone (room
 * `source`).
 */
package org.svarbar.document;
