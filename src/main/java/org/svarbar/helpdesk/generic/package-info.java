/**
 * The generic connection: Standard Webhooks in, a small HTTP API out, both described in
 * `docs/helpdesks/generic.md`. For helpdesks that have no package of their own, and for bridges,
 * scripts and workflow tools.
 *
 * <p>Tested with the contract test that every vendor passes, against a server that behaves as that
 * page says.
 */
package org.svarbar.helpdesk.generic;
