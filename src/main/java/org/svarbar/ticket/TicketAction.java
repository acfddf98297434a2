package org.svarbar.ticket;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that Svarbar does to a ticket. `key` says what it is done for; the same key is never
 * done twice. What adds a message carries the key in its text as well ({@link #marker(String)}), so
 * that it can be recognised in the helpdesk.
 */
public sealed interface TicketAction {

  TicketRef ticket();

  /** 16 to 64 characters of `a-z0-9`. */
  String key();

  /**
   * A message that only agents see. Both forms say the same and end with the marker.
   *
   * @param files go with it where the helpdesk takes files; the text does not depend on them
   */
  record AddInternalNote(
      TicketRef ticket,
      String key,
      String subject,
      String html,
      String text,
      List<Attachment> files)
      implements TicketAction {
    public AddInternalNote {
      check(ticket, key, subject, html, text);
      files = List.copyOf(files);
    }

    public AddInternalNote(TicketRef ticket, String key, String subject, String html, String text) {
      this(ticket, key, subject, html, text, List.of());
    }
  }

  /** A message that the requester gets. */
  record SendReply(TicketRef ticket, String key, String html, String text) implements TicketAction {
    public SendReply {
      check(ticket, key, html, text);
    }
  }

  /** A reply that waits in the helpdesk for an agent to send it. */
  record SaveDraft(TicketRef ticket, String key, String html, String text) implements TicketAction {

    private static final String AGENTS = "agent";
    private static final int LONGEST = 40;

    public SaveDraft {
      check(ticket, key, html, text);
    }

    /**
     * The key of a draft that an agent asked for and waits for.
     *
     * @param hex says what it is done for; 40 characters or more of `a-f0-9`
     */
    public static String keyOfAgent(String hex) {
      return (AGENTS + hex).substring(0, LONGEST);
    }

    /** Whether an agent asked for it, who has the words if it fails. */
    public boolean isOfAgent() {
      return key.startsWith(AGENTS);
    }
  }

  /** Marks the ticket with a word. */
  record AddTag(TicketRef ticket, String key, String tag) implements TicketAction {
    public AddTag {
      check(ticket, key, tag);
    }
  }

  /** Sets a custom field of the ticket. */
  record SetField(TicketRef ticket, String key, String name, String value) implements TicketAction {
    public SetField {
      check(ticket, key, name, value);
    }
  }

  /**
   * Opens a ticket for somebody who asked for a person.
   *
   * @param ticket of {@link TicketRef#unopened}: which one it becomes, the helpdesk says
   * @param group where it is opened: a team, queue or mailbox
   * @param requester whose ticket it is; has an e-mail address
   * @param text what the requester wrote, and in the last line {@link #openingMarker}
   */
  record OpenTicket(
      TicketRef ticket, String key, String group, Person requester, String subject, String text)
      implements TicketAction {
    public OpenTicket {
      check(ticket, key, group, requester, subject, text);
      if (!requester.email().contains("@")) {
        throw new IllegalArgumentException("a ticket is opened for an e-mail address");
      }
    }

    /** Whether the ticket will be this address's. */
    public boolean isFor(String email) {
      return requester.email().equalsIgnoreCase(email.strip());
    }
  }

  /**
   * The words by which a ticket that we opened is found again. Other than {@link #marker}: the
   * message is its requester's.
   */
  static String openingMarker(String key) {
    return "svarbar-opened-" + key.substring(0, 16);
  }

  /**
   * The words by which a message of ours is found again in a helpdesk, whatever its sanitiser
   * leaves of the HTML: they stand in the visible last line of each note.
   */
  static String marker(String key) {
    return "svarbar-" + key.substring(0, 16);
  }

  /** Whether `text` carries the marker of any message of ours. */
  static boolean isMarked(String text) {
    return Keys.MARKER.matcher(text).find();
  }

  private static void check(TicketRef ticket, String key, Object... parts) {
    Objects.requireNonNull(ticket, "ticket");
    if (key == null || !Keys.FORM.matcher(key).matches()) {
      throw new IllegalArgumentException("an action's key has 16 to 64 characters of a-z0-9");
    }
    for (var part : parts) {
      Objects.requireNonNull(part, "part");
    }
  }

  /** Keeps the pattern out of the interface's public constants. */
  final class Keys {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{16,64}");
    private static final Pattern MARKER = Pattern.compile("\\bsvarbar-[a-z0-9]{16}\\b");

    private Keys() {}
  }
}
