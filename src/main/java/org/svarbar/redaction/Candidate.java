package org.svarbar.redaction;

/**
 * A piece of a legible text that may be an identifier.
 *
 * @param start of its first character
 * @param end behind its last character
 */
record Candidate(Identifier kind, int start, int end, Evidence evidence) {}
