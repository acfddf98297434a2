package org.svarbar.assist;

import java.util.Objects;
import java.util.Optional;
import org.svarbar.helpdesk.Connection.Mode;

/**
 * How far Svarbar may go in one group of a connection.
 *
 * @param group at most 200 characters; empty: for all that have none of their own
 * @param mode empty: that of the connection
 */
public record GroupPolicy(String group, Optional<Mode> mode, ReplyRules rules) {

  private static final int LONGEST_GROUP = 200;

  public GroupPolicy {
    group = group.strip();
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(rules, "rules");
    if (group.length() > LONGEST_GROUP) {
      throw new IllegalArgumentException("group: longer than " + LONGEST_GROUP + " characters");
    }
    if (group.isEmpty() && mode.isPresent()) {
      throw new IllegalArgumentException("mode: the connection has its own");
    }
  }

  /** Of a connection of which nobody has said anything. */
  static GroupPolicy shipped() {
    return new GroupPolicy("", Optional.empty(), ReplyRules.SHIPPED);
  }
}
