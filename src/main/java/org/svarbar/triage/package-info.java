/**
 * Says of a requester's message whether the knowledge can answer it, whether an agent should look
 * at a suggestion, or whether it needs a person from the start; with a probability and reasons.
 *
 * <ul>
 *   <li>Hard rules win over every probability.
 *   <li>What threatens, goes to law, asks for personal data or tells of self-harm always needs a
 *       person; no setting changes that.
 *   <li>The same message gets one verdict, however often it is judged.
 *   <li>A probability is called measured only where outcomes have borne it out.
 * </ul>
 *
 * <p>Which words speak for a signal stands in the resources beside the classes, so that whoever
 * knows a language can mend them. Out of scope: what is done about a verdict (room `assist`).
 */
package org.svarbar.triage;
