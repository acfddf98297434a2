package org.svarbar.helpdesk.zammad;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.ticket.Envelope;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;

/** Zammad's ticket, its articles and its customer, as our ticket. */
record ZammadTicket(Fields ticket, List<Fields> articles, Optional<Fields> customer) {

  /**
   * What stands in an article's `from`: `Emily Adams <emily@example.com>`, or either of the two.
   */
  private static final Pattern SENDER =
      Pattern.compile("\\s*\"?([^<\"]*)\"?\\s*<([^<>]{1,254})>\\s*");

  Ticket translated(TicketRef ref, Connection via) {
    return new Ticket(
        ref,
        ticket.text("title").orElse(""),
        ticket.text("group"),
        ticket.text("state").orElse(""),
        requester(),
        Optional.empty(),
        Optional.of(via.at("#ticket/zoom/{}", ref.id())),
        owner(),
        ticket.instant("close_at").stream().toList(),
        articles.stream()
            .map(article -> message(article, via))
            .sorted(Comparator.comparing(Message::createdAt))
            .toList());
  }

  /** Zammad's user number 1, called `-`, stands for nobody. */
  private Optional<String> owner() {
    return ticket.text("owner").filter(login -> !login.isBlank() && !login.equals("-"));
  }

  /** Whose ticket it is; the customer's log-in is all that the ticket itself says. */
  private Person requester() {
    var id = ticket.text("customer_id").orElse("");
    return customer
        .map(user -> new Person(id, name(user), user.text("email").orElse("")))
        .orElseGet(() -> new Person(id, ticket.text("customer").orElse(""), ""));
  }

  private static String name(Fields user) {
    var first = user.text("firstname").orElse("");
    var last = user.text("lastname").orElse("");
    return (first + " " + last).strip();
  }

  private Message message(Fields article, Connection via) {
    var author = author(article, via);
    return new Message(
        article.text("id").orElse(""),
        author == Message.Author.REQUESTER && isByUs(article, via) ? requester() : person(article),
        author,
        article.text("body").orElse(""),
        article.text("content_type").orElse("").startsWith("text/html"),
        article.isTrue("internal"),
        article.instant("created_at").orElse(Instant.EPOCH),
        envelope(article));
  }

  /** Zammad reads the header itself and keeps what it concludes, not the header. */
  private static Envelope envelope(Fields article) {
    var automatic =
        article.object("preferences").filter(it -> it.isTrue("is-auto-response")).isPresent();
    return new Envelope(
        automatic ? Map.of("auto-submitted", "auto-replied") : Map.of(),
        article.objects("attachments").size());
  }

  private static Person person(Fields article) {
    var id = article.text("created_by_id").orElse("");
    var from = article.text("from").orElse("");
    Matcher sender = SENDER.matcher(from);
    if (sender.matches()) {
      return new Person(id, sender.group(1).strip(), sender.group(2));
    }
    return from.contains("@") ? new Person(id, "", from) : new Person(id, from, "");
  }

  private static boolean isByUs(Fields article, Connection via) {
    return via.isOurs(
        article.text("created_by_id").orElse(""), article.text("created_by").orElse(""));
  }

  private static Message.Author author(Fields article, Connection via) {
    var sender = article.text("sender").orElse("");
    var marked =
        !sender.equals("Customer") && TicketAction.isMarked(article.text("body").orElse(""));
    if (marked || (!sender.equals("Customer") && isByUs(article, via))) {
      return Message.Author.SVARBAR;
    }
    // also where our account wrote it down for them
    return switch (sender) {
      case "Customer" -> Message.Author.REQUESTER;
      case "Agent" -> Message.Author.AGENT;
      default -> Message.Author.SYSTEM;
    };
  }
}
