package org.svarbar.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.svarbar.helpdesk.Connections;
import org.svarbar.triage.Promise;
import org.svarbar.triage.Promises;

/** What administrators have to be told of: promises that hold no longer. */
@ApplicationScoped
class WithdrawnPromises {

  @Inject Promises promises;
  @Inject Connections connections;

  /** Of connections that are still there, the latest first. */
  List<Promise> all() {
    return promises.withdrawn().stream()
        .filter(it -> connections.find(it.connection()).isPresent())
        .toList();
  }
}
