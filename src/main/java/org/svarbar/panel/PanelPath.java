package org.svarbar.panel;

import java.util.Optional;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/**
 * What an address below `panel` is about.
 *
 * @param part what is asked for of it; empty: the page itself
 */
record PanelPath(TicketRef ticket, String part) {

  private static final int WITHOUT_PART = 4;
  private static final int LONGEST_ID = 100;

  /**
   * @param path below the application, decoded
   * @return empty: it is about no ticket
   */
  static Optional<PanelPath> of(String path) {
    var names = path.split("/", WITHOUT_PART + 1);
    if (names.length < WITHOUT_PART
        || !names[1].equals("panel")
        || !ConnectionId.isValid(names[2])
        || names[3].isBlank()
        || names[3].length() > LONGEST_ID) {
      return Optional.empty();
    }
    return Optional.of(
        new PanelPath(
            new TicketRef(new ConnectionId(names[2]), names[3]),
            names.length > WITHOUT_PART ? names[4] : ""));
  }
}
