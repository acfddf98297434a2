/**
 * The language in which the tests speak, and the real things that they run against: OpenSearch,
 * PostgreSQL, WildFly with the WAR that is shipped, and a helpdesk at the other end of the wire.
 */
package org.svarbar.testing;
