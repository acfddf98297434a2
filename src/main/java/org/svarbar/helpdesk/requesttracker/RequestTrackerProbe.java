package org.svarbar.helpdesk.requesttracker;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.svarbar.helpdesk.Fields;
import org.svarbar.helpdesk.Probe;

/**
 * Tries the way out: RT answers, the token is our account's, and the account sees the queues.
 *
 * @param queues those of the connection; empty: all
 */
record RequestTrackerProbe(RequestTrackerApi api, String account, Set<String> queues) {

  Probe run() {
    var version = api.instance().text("Version").orElse("");
    return fault().<Probe>map(Probe.Fails::new).orElseGet(() -> new Probe.Works(account, version));
  }

  private Optional<String> fault() {
    var user = api.user(account);
    if (user.isEmpty()) {
      return Optional.of("RT accepts the token, but has no user " + account);
    }
    if (!user.get().has("Disabled")) {
      return Optional.of("RT accepts the token, but it is not that of the user " + account);
    }
    if (!isUtc(user.get())) {
      return Optional.of("the time zone of RT's user " + account + " must be UTC");
    }
    return queues.isEmpty() ? anyQueue() : unseenQueues();
  }

  private static boolean isUtc(Fields user) {
    return user.text("Timezone").filter(zone -> zone.matches("(Etc/)?(UTC|GMT)")).isPresent();
  }

  private Optional<String> anyQueue() {
    return api.queues(Set.of()).isEmpty()
        ? Optional.of("RT's user " + account + " sees no queue (right SeeQueue)")
        : Optional.empty();
  }

  private Optional<String> unseenQueues() {
    var unseen = new TreeSet<>(queues);
    api.queues(new TreeSet<>(queues))
        .forEach(queue -> queue.text("Name").ifPresent(unseen::remove));
    return unseen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "RT's user "
                + account
                + " sees no queue of this name (right SeeQueue): "
                + String.join(", ", unseen));
  }
}
