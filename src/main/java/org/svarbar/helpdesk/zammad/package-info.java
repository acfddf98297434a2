/**
 * Zammad. Written from its documentation and sources (the API `/api/v1` and the default webhook
 * payload as of release 5 and later); tested with the contract test against a server that behaves
 * like it, not yet against a live Zammad.
 *
 * <p>Its words: a message is an article, a requester a customer, a saved reply a shared draft.
 *
 * <p>Quirks:
 *
 * <ul>
 *   <li>A webhook says what is there, not what happened: the article tells it, and for moves the
 *       name of the trigger, a header that the signature does not cover. Both are only hints.
 *   <li>An article written by an account without the permission `ticket.agent` is never internal,
 *       whatever was asked for.
 *   <li>403 also means maintenance mode, so trying later may help; 401 is an unknown or expired
 *       token.
 *   <li>A field that does not exist is passed over without a word.
 *   <li>A ticket has one shared draft, and writing it replaces what is there.
 * </ul>
 */
package org.svarbar.helpdesk.zammad;
