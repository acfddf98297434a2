package org.svarbar.access;

import java.time.Instant;

/**
 * That somebody did something, or was refused.
 *
 * @param what a method of HTTP, or {@link #LOG_IN}
 * @param path below the application; of a log-in empty
 * @param changes a line for each row that changed, without secrets and texts; of a refusal its
 *     status
 */
public record AuditRecord(
    Instant at, String who, String what, String path, boolean done, String changes) {

  public static final String LOG_IN = "log-in";

  public AuditRecord {
    who = shortened(who, AuditRow.LONGEST_WHO);
    path = shortened(path, AuditRow.LONGEST_PATH);
    changes = shortened(changes, AuditRow.LONGEST_CHANGES);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
