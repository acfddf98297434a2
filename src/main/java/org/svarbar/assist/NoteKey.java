package org.svarbar.assist;

import org.svarbar.platform.Sha256;
import org.svarbar.ticket.TicketRef;

/** What makes the suggestions for one message one action, whichever event asked for them. */
final class NoteKey {

  private static final int HEX_DIGITS = 40;

  private NoteKey() {}

  static String of(TicketRef ticket, String messageId) {
    var named = "suggestions\n" + ticket.connection() + "\n" + ticket.id() + "\n" + messageId;
    return Sha256.hex(named).substring(0, HEX_DIGITS);
  }
}
