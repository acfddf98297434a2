package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connection.Mode;

/** How far Svarbar may go with a ticket now. */
@ApplicationScoped
public class Modes {

  @Inject GroupPolicies policies;
  @Inject MasterSwitch master;

  /**
   * What holds.
   *
   * @param rules for automatic replies and drafts
   * @param areRepliesStopped by the master switch: then `mode` is not obeyed where it is {@link
   *     Mode#REPLY}
   */
  public record Conduct(Mode mode, ReplyRules rules, boolean areRepliesStopped) {}

  /** A connection that is off is off in all its groups; else the group's own word counts. */
  @Transactional
  public Conduct of(Connection via, Optional<String> group) {
    var state = master.state();
    var policy = policies.of(via.id(), group);
    var isOff = state == SwitchState.OFF || via.mode() == Mode.OFF;
    return new Conduct(
        isOff ? Mode.OFF : policy.mode().orElse(via.mode()),
        policy.rules(),
        state != SwitchState.ON);
  }

  /** Whether a group of the connection has a mode of its own. */
  boolean differByGroup(Connection via) {
    return policies.of(via.id()).stream().anyMatch(it -> it.mode().isPresent());
  }

  /** Whether nothing at all is done, whatever the group. */
  boolean isOff(Connection via) {
    return via.mode() == Mode.OFF || master.state() == SwitchState.OFF;
  }
}
