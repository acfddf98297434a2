/**
 * Turns a customer's mail into words.
 *
 * <ul>
 *   <li>Of a mail, what the customer wrote now is left: no older mail, greeting, sign-off,
 *       signature, disclaimer.
 *   <li>Never cuts everything: if nothing would be left, everything is.
 *   <li>Hostile input takes time in proportion to its length, and is read up to a limit.
 * </ul>
 *
 * <p>Out of scope: personal identifiers (room `redaction`), weights of words (rooms `knowledge` and
 * `suggestion`).
 */
package org.svarbar.text;
