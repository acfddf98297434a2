package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connections;
import org.svarbar.platform.Framing;
import org.svarbar.ticket.ConnectionId;

/**
 * A connection's helpdesk may frame the panel of its tickets, and the frame in which it shows the
 * panel of whichever ticket it is at.
 */
@ApplicationScoped
class PanelFraming implements Framing {

  private static final Pattern FRAME = Pattern.compile("/frames/([^/]+)(/.*)?");

  @Inject Connections connections;
  @Inject PanelSettings settings;

  @Override
  public List<String> mayFrame(String path) {
    var ticket = PanelPath.of(path).map(it -> it.ticket().connection());
    return ticket.isPresent()
        ? andOurs(of(ticket.get()))
        : frame(path).map(this::of).orElse(List.of());
  }

  @Override
  public boolean framesOurs(String path) {
    return frame(path).filter(id -> !of(id).isEmpty()).isPresent();
  }

  /** The frame shows the panel in a frame of its own. */
  private static List<String> andOurs(List<String> origins) {
    return origins.isEmpty()
        ? origins
        : Stream.concat(Stream.of("'self'"), origins.stream()).toList();
  }

  private static Optional<ConnectionId> frame(String path) {
    var found = FRAME.matcher(path);
    return found.matches()
        ? Optional.of(found.group(1)).filter(ConnectionId::isValid).map(ConnectionId::new)
        : Optional.empty();
  }

  /** The origins of the connection's helpdesk. */
  List<String> of(ConnectionId id) {
    var origins = new LinkedHashSet<String>();
    var connection = connections.find(id);
    connection.flatMap(Connection::baseUrl).flatMap(PanelFraming::origin).ifPresent(origins::add);
    connection.ifPresent(known -> origins.addAll(settings.frameOrigins(id)));
    return List.copyOf(origins);
  }

  private static Optional<String> origin(URI address) {
    return Optional.ofNullable(address.getRawAuthority())
        .filter(authority -> authority.matches("[A-Za-z0-9.:\\[\\]-]+"))
        .map(authority -> address.getScheme() + "://" + authority);
  }
}
