package org.svarbar.helpdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The vendors that this product knows. */
@ApplicationScoped
public class Helpdesks {

  @Inject @Any Instance<Helpdesk> all;

  /** By {@link Helpdesk#kind()}. */
  public Optional<Helpdesk> find(String kind) {
    return all.stream().filter(helpdesk -> helpdesk.kind().equals(kind)).findFirst();
  }

  /** The vendor of this connection. */
  public Helpdesk of(Connection connection) {
    return find(connection.kind())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    connection + ": there is no helpdesk of kind \"" + connection.kind() + "\""));
  }

  public List<String> kinds() {
    return all.stream().map(Helpdesk::kind).sorted().toList();
  }
}
