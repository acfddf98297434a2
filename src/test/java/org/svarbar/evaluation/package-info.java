/**
 * How good suggestions are on sets of questions whose answers are known: the shipped WAR on WildFly
 * with a real OpenSearch node, asked over HTTP as programs ask it.
 */
package org.svarbar.evaluation;
