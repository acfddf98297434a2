/**
 * Connections to helpdesks, how their webhooks are verified, and the {@link
 * org.svarbar.helpdesk.Helpdesk} port that each vendor's package implements.
 *
 * <ul>
 *   <li>A webhook is believed only after its signature was checked over the raw bytes, in constant
 *       time.
 *   <li>Security code exists once, here; a vendor contributes a {@link
 *       org.svarbar.helpdesk.SignatureScheme}.
 *   <li>Secrets and credentials are encrypted in the database and never printed.
 *   <li>Nobody imports a vendor's package.
 * </ul>
 *
 * <p>Out of scope: when an action is tried again (`outbox`), what to do about an event (`assist`).
 */
package org.svarbar.helpdesk;
