/**
 * Figures: how long things take, and against what. `mvn -q -Pbench` prints a line for each. Nothing
 * here judges; a figure is read by people, beside the machine it was taken on.
 */
package org.svarbar.bench;
