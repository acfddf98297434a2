package org.svarbar.helpdesk.generic;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.Envelope;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;

/** Reads a ticket and a message as `docs/helpdesks/generic.md` has them. */
final class GenericTicket {

  private GenericTicket() {}

  /**
   * @throws IncompleteTicket when something that must be there is not
   */
  static Ticket ticket(Fields fields, Connection via) {
    return new Ticket(
        ref(fields, via),
        fields.text("subject").orElse(""),
        fields.text("group"),
        fields.text("status").orElse(""),
        person(fields.object("requester")),
        fields.text("language").map(GenericTicket::language),
        fields.text("url").flatMap(GenericTicket::address),
        fields.text("owner").filter(owner -> !owner.isBlank()),
        fields.instant("closedAt").stream().toList(),
        fields.objects("messages").stream().map(message -> message(message, via)).toList());
  }

  static TicketRef ref(Fields fields, Connection via) {
    var id = required(fields.text("id"), "the ticket's id");
    if (id.length() > 100 || id.chars().anyMatch(Character::isISOControl)) {
      throw new IncompleteTicket("a ticket's id of 1 to 100 characters that can be seen");
    }
    return new TicketRef(via.id(), id);
  }

  static Message message(Fields fields, Connection via) {
    return new Message(
        required(fields.text("id"), "a message's id"),
        person(fields.object("by")),
        author(fields, via),
        fields.text("body").orElse(""),
        fields.isTrue("html"),
        fields.isTrue("internal"),
        required(fields.instant("createdAt"), "a message's createdAt"),
        envelope(fields));
  }

  /** A negative or unreadable number of files is as good as none. */
  private static Envelope envelope(Fields message) {
    var files = message.text("attachments").filter(it -> it.matches("\\d{1,6}"));
    return Envelope.ofHeader(
        message.text("header").orElse(""), files.map(Integer::parseInt).orElse(0));
  }

  /**
   * The role; Svarbar's own messages are known by account and marker too, whatever role they are
   * given.
   */
  static Message.Author author(Fields message, Connection via) {
    var said =
        switch (required(message.text("author"), "a message's author")) {
          case "requester" -> Message.Author.REQUESTER;
          case "agent" -> Message.Author.AGENT;
          case "system" -> Message.Author.SYSTEM;
          case "svarbar" -> Message.Author.SVARBAR;
          default ->
              throw new IncompleteTicket("an author among requester, agent, system, svarbar");
        };
    var by = person(message.object("by"));
    // a requester may quote a marker that reached them in an answer
    var marked =
        said != Message.Author.REQUESTER && TicketAction.isMarked(message.text("body").orElse(""));
    return marked || via.isOurs(by.id(), by.name(), by.email()) ? Message.Author.SVARBAR : said;
  }

  private static Person person(Optional<Fields> fields) {
    return fields
        .map(
            person ->
                new Person(
                    person.text("id").orElse(""),
                    person.text("name").orElse(""),
                    person.text("email").orElse("")))
        .orElse(Person.UNKNOWN);
  }

  private static Locale language(String tag) {
    return Languages.find(tag).orElseGet(() -> Locale.forLanguageTag(tag));
  }

  private static Optional<URI> address(String written) {
    try {
      var address = URI.create(written);
      var scheme = address.getScheme();
      return "https".equals(scheme) || "http".equals(scheme)
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static <T> T required(Optional<T> found, String what) {
    return found.orElseThrow(() -> new IncompleteTicket(what));
  }

  /** Something that must be there is not. */
  static final class IncompleteTicket extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteTicket(String what) {
      super("there is not " + what);
    }
  }
}
