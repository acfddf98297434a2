/**
 * The console: what administrators of the helpdesk see and change.
 *
 * <ul>
 *   <li>Owns no state: what it shows and changes belongs to the other rooms.
 *   <li>Every page works without JavaScript; htmx only spares a full reload.
 *   <li>Every page speaks the product's six languages, works by keyboard and at 320 pixels.
 *   <li>A secret is shown once, after it was made; a credential never.
 *   <li>Shows no text of customers: of a delivery, what was made of it and how long it was.
 * </ul>
 *
 * <p>A page is a template (`src/main/jte/admin`) filled by a resource (`*Resource`) with a {@link
 * org.svarbar.admin.Page} and small records.
 *
 * <p>Out of scope: who may log in (`access`), what agents see (`panel`).
 */
package org.svarbar.admin;
