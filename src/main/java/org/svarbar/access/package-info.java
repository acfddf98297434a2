/**
 * Who may do what.
 *
 * <p>Promises:
 *
 * <ul>
 *   <li>Everything below `/console` and `/api` needs a log-in; `WEB-INF/web.xml` says which roles,
 *       and the server checks it before any code of ours runs.
 *   <li>A password lies in the database only as a salted digest that takes long to compute (PBKDF2
 *       with HMAC-SHA-512, the form that SCRAM stores), and the server verifies it there:
 *       `wildfly-config/20-log-in.cli`.
 *   <li>The operator can always get in: a password given by configuration makes the first user, or
 *       sets a new password.
 * </ul>
 *
 * <p>Out of scope: how a provider elsewhere is asked (the server does that); what the log-in page
 * looks like (room `admin`).
 */
package org.svarbar.access;
