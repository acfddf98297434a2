/**
 * Turns a customer's mail into words.
 *
 * <ul>
 *   <li>{@link org.svarbar.text.MailText}: leaves what the customer wrote now; no older mail,
 *       greeting, sign-off, signature, disclaimer.
 *   <li>Never cuts everything: if nothing would be left, everything is.
 *   <li>{@link org.svarbar.text.LanguageGuess}: knows the language of mails, and is less certain of
 *       what could be two languages.
 *   <li>{@link org.svarbar.text.Words}: gives inflections of one word one key, keeps different
 *       words apart, keeps names and codes whole, marks stop words.
 *   <li>{@link org.svarbar.text.Questions}: what a mail asks, question by question, each with the
 *       sentences without which it is not understood; never nothing when something was written.
 *   <li>{@link org.svarbar.text.Sentences}: ends sentences not at abbreviations and numbers.
 *   <li>Hostile text takes time in proportion to its length; mails are read up to a limit.
 * </ul>
 *
 * <p>What words a list holds stands in the resources beside the classes, so that whoever knows a
 * language can mend it.
 *
 * <p>Out of scope: personal identifiers (room `redaction`), weights of words (rooms `knowledge` and
 * `suggestion`).
 */
package org.svarbar.text;
