/**
 * What survives: the product in a process of its own is killed and its neighbours are taken away
 * under load, and a helpdesk outside the process counts. `mvn -q -Pcrash` prints a line for each
 * scenario.
 */
package org.svarbar.crash;
