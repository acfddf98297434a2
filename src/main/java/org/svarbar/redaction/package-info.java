/**
 * Finds personal identifiers before anything is indexed or logged.
 *
 * <ul>
 *   <li>{@link org.svarbar.redaction.Redaction}: Swedish, Norwegian, Danish and Finnish identity
 *       numbers, IBAN, payment cards, telephone numbers and e-mail addresses become marks.
 *   <li>However they are written: with other digits, hyphens and spaces, invisible characters,
 *       entities and tags in between.
 *   <li>What only looks like one stays when the words before it say what it is: order numbers,
 *       invoices, parcels.
 *   <li>Hostile text takes time in proportion to its length.
 * </ul>
 *
 * <p>Meant for what customers write. What an organisation publishes about itself keeps its
 * telephone numbers: nobody hands it in here.
 *
 * <p>Out of scope: names and postal addresses, birth dates without a number, attachments.
 */
package org.svarbar.redaction;
