package org.svarbar.suggestion;

import org.svarbar.text.Terms;

/**
 * A question, and the entry that answers it.
 *
 * @param entry its id
 */
record Lesson(Terms question, long entry) {}
