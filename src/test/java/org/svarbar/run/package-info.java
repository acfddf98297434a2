/**
 * `mvn -Prun`: OpenSearch, WildFly with the WAR, and a demo helpdesk, each in a process of its own,
 * on this machine only, until Ctrl-C. What they keep lies in one folder.
 */
package org.svarbar.run;
