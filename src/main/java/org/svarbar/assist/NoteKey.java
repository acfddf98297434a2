package org.svarbar.assist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.svarbar.ticket.TicketRef;

/** What makes the suggestions for one message one action, whichever event asked for them. */
final class NoteKey {

  private static final int HEX_DIGITS = 40;

  private NoteKey() {}

  static String of(TicketRef ticket, String messageId) {
    var named = "suggestions\n" + ticket.connection() + "\n" + ticket.id() + "\n" + messageId;
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(named.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
