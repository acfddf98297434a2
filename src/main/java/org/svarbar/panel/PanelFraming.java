package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Framing;
import org.svarbar.ticket.ConnectionId;

/** A connection's helpdesk may frame the panel of its tickets. */
@ApplicationScoped
class PanelFraming implements Framing {

  @Inject Connections connections;
  @Inject PanelSettings settings;

  @Override
  public List<String> mayFrame(String path) {
    return PanelPath.of(path).map(it -> of(it.ticket().connection())).orElse(List.of());
  }

  /** The origins of the connection's helpdesk. */
  List<String> of(ConnectionId id) {
    var origins = new LinkedHashSet<String>();
    var connection = connections.find(id);
    connection.flatMap(Connection::baseUrl).flatMap(PanelFraming::origin).ifPresent(origins::add);
    connection.ifPresent(known -> origins.addAll(settings.frameOrigins()));
    return List.copyOf(origins);
  }

  private static Optional<String> origin(URI address) {
    return Optional.ofNullable(address.getRawAuthority())
        .filter(authority -> authority.matches("[A-Za-z0-9.:\\[\\]-]+"))
        .map(authority -> address.getScheme() + "://" + authority);
  }
}
