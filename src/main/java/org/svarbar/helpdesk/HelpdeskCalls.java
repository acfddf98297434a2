package org.svarbar.helpdesk;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.svarbar.platform.Json;
import org.svarbar.platform.OutboundCall;
import org.svarbar.platform.OutboundFailed;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.platform.OutboundRefused;
import org.svarbar.platform.OutboundReply;

/**
 * Calls to a helpdesk's API, whose faults are told apart in the same way for every vendor: "not
 * now" becomes {@link HelpdeskUnavailable}, every other answer is the adapter's to understand.
 */
public final class HelpdeskCalls {

  /** The status by which a helpdesk says that it has nothing of the kind: its own, but no fault. */
  public static final int NOT_IMPLEMENTED = 501;

  private final OutboundHttp http;
  private final Clock clock;
  private final Set<Integer> repairable;

  /**
   * @param repairable statuses that tell of something an administrator can put right, such as 401
   *     for an expired token: trying later is worth it
   */
  public HelpdeskCalls(OutboundHttp http, Clock clock, Set<Integer> repairable) {
    this.http = http;
    this.clock = clock;
    this.repairable = Set.copyOf(repairable);
  }

  /**
   * Sends something that the helpdesk may refuse.
   *
   * @return a success, or a no that will stay one
   * @throws HelpdeskUnavailable when trying later may help
   */
  public OutboundReply send(OutboundCall call) {
    var reply = answer(call);
    var notNow = reply.isTemporaryFailure() && reply.status() != NOT_IMPLEMENTED;
    if (notNow || repairable.contains(reply.status())) {
      throw unavailable(reply, call);
    }
    return reply;
  }

  /**
   * Reads something.
   *
   * @return what `as` makes of the answer; empty when the helpdesk has no such thing
   * @throws HelpdeskUnavailable when it is not answered as it should be
   */
  public <T> Optional<T> read(OutboundCall call, Function<String, T> as) {
    var reply = answer(call);
    if (reply.status() == 404 || reply.status() == NOT_IMPLEMENTED) {
      return Optional.empty();
    }
    if (!reply.isSuccess()) {
      throw unavailable(reply, call);
    }
    try {
      return Optional.of(as.apply(reply.text()));
    } catch (Json.UnreadableJson e) {
      throw new HelpdeskUnavailable(
          "the answer to " + call + " is not what this helpdesk sends", Optional.empty(), e);
    }
  }

  private OutboundReply answer(OutboundCall call) {
    try {
      return http.send(call);
    } catch (OutboundFailed | OutboundRefused e) {
      throw new HelpdeskUnavailable(e.getMessage(), Optional.empty(), e);
    }
  }

  private HelpdeskUnavailable unavailable(OutboundReply reply, OutboundCall call) {
    return new HelpdeskUnavailable(
        call + " was answered with " + reply + hint(reply.status()), reply.retryAfter(clock));
  }

  private static String hint(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> ": the base address leads elsewhere, enter the final one";
      case 401 -> ": the credential is wrong or has expired";
      case 403 -> ": our account may not do this";
      default -> "";
    };
  }
}
