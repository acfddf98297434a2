package org.svarbar.knowledge;

/**
 * Somebody else wrote the same entries at the same time; nothing was changed, trying again helps.
 */
final class EntriesChangedMeanwhile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EntriesChangedMeanwhile(Throwable cause) {
    super("somebody else wrote the same entries at the same time", cause);
  }
}
