package org.svarbar.triage;

/**
 * How many messages of requesters came, and what was said about them.
 *
 * @param covered those for which there was a suggestion
 * @param answerable those of which it was said that the first suggestion answers them
 * @param person those that were left to a person
 */
public record Volume(long messages, long covered, long answerable, long person) {

  /** The share of messages, 0 to 1, for which there was a suggestion; 0 when none came. */
  public double coverage() {
    return messages == 0 ? 0 : (double) covered / messages;
  }
}
