/**
 * A small helpdesk for trying Svarbar out: an inbox in the browser, connected as any helpdesk is
 * that keeps to `docs/helpdesks/generic.md`. It knows Svarbar only by signed webhooks and by the
 * calls that come back. Not part of the WAR; on loopback, with no log-in, for one person at their
 * own machine.
 */
package org.svarbar.demo;
