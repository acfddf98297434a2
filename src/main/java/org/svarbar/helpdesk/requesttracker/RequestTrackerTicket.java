package org.svarbar.helpdesk.requesttracker;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Fields;
import org.svarbar.ticket.Envelope;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;

/**
 * RT's ticket, the transactions that are its messages, and their texts, as our ticket.
 *
 * @param statuses the changes of its status
 * @param texts by the transaction's id, in the order of the mail
 * @param parts the same of all parts, without what they hold
 * @param account the name of our own account
 * @param isPrivileged whether the user with this name works here; asked only where nothing else
 *     tells
 */
record RequestTrackerTicket(
    Fields ticket,
    List<Fields> transactions,
    List<Fields> statuses,
    Map<String, List<Fields>> texts,
    Map<String, List<Fields>> parts,
    String account,
    Predicate<String> isPrivileged) {

  /** Of the lifecycles that RT comes with, and the usual names of others: REST tells none. */
  private static final Set<String> CLOSED =
      Set.of("resolved", "rejected", "deleted", "closed", "solved", "done", "cancelled");

  Ticket translated(TicketRef ref, Connection via) {
    return new Ticket(
        ref,
        ticket.text("Subject").orElse(""),
        ticket.object("Queue").flatMap(queue -> queue.text("Name")),
        ticket.text("Status").orElse(""),
        requestor().orElse(Person.UNKNOWN),
        Optional.empty(),
        ticket.text("id").map(id -> via.at("Ticket/Display.html?id={}", id)),
        owner().filter(name -> !name.equalsIgnoreCase("Nobody")),
        closings(),
        transactions.stream().map(this::message).toList());
  }

  private Optional<Person> requestor() {
    return requestors().stream().findFirst().map(RequestTrackerTicket::person);
  }

  /** A group may be among them; it has no name of its own. */
  private List<Fields> requestors() {
    return ticket.objects("Requestor").stream()
        .filter(each -> each.text("Name").isPresent())
        .toList();
  }

  private Optional<String> owner() {
    return ticket.object("Owner").flatMap(each -> each.text("id"));
  }

  private List<Instant> closings() {
    return statuses.stream()
        .filter(each -> each.text("NewValue").filter(CLOSED::contains).isPresent())
        .flatMap(each -> each.instant("Created").stream())
        .toList();
  }

  /** The first part is the mail itself; a mail attached to it has headers of its own. */
  private Envelope envelope(String transaction) {
    var all = parts.getOrDefault(transaction, List.of());
    var files =
        all.stream().filter(part -> part.text("Filename").filter(it -> !it.isEmpty()).isPresent());
    return Envelope.ofHeader(
        all.stream().findFirst().flatMap(part -> part.text("Headers")).orElse(""),
        (int) files.count());
  }

  private Message message(Fields transaction) {
    var id = transaction.text("id").orElse("");
    var own =
        texts.getOrDefault(id, List.of()).stream()
            .takeWhile(part -> !type(part).startsWith("message/"))
            .filter(part -> part.text("Filename").isEmpty() && part.text("Content").isPresent())
            .toList();
    var plain = own.stream().filter(part -> type(part).equals("text/plain")).findFirst();
    var html = own.stream().filter(part -> type(part).equals("text/html")).findFirst();
    var body = plain.or(() -> html).flatMap(part -> part.text("Content")).orElse("");
    var author = author(transaction, body);
    var creator = transaction.object("Creator").map(RequestTrackerTicket::person);
    var by = author == Author.REQUESTER && isOpenedByUs(transaction) ? requestor() : creator;
    return new Message(
        id,
        by.orElse(Person.UNKNOWN),
        author,
        body,
        plain.isEmpty() && html.isPresent(),
        isComment(transaction),
        transaction.instant("Created").orElse(Instant.EPOCH),
        envelope(id));
  }

  /**
   * Whoever opens a ticket for a requestor, such as an agent on the telephone, a web form or
   * ourselves, writes down their question. Of others, who is the ticket's owner or comments is an
   * agent.
   */
  private Author author(Fields transaction, String body) {
    var name = transaction.object("Creator").flatMap(each -> each.text("Name")).orElse("");
    var isRequestor = requestors().stream().anyMatch(each -> isNamed(each, name));
    if (name.equalsIgnoreCase(account) && isOpenedByUs(transaction)) {
      return Author.REQUESTER;
    }
    if (name.equalsIgnoreCase(account) || (!isRequestor && TicketAction.isMarked(body))) {
      return Author.SVARBAR;
    }
    if (name.equalsIgnoreCase("RT_System")) {
      return Author.SYSTEM;
    }
    if (isRequestor || (isOpening(transaction) && !requestors().isEmpty())) {
      return Author.REQUESTER;
    }
    var isOwner = owner().equals(Optional.of(name));
    return isOwner || isComment(transaction) || isPrivileged.test(name)
        ? Author.AGENT
        : Author.REQUESTER;
  }

  /** For somebody else: nobody tells us that our own account asks for something. */
  private boolean isOpenedByUs(Fields transaction) {
    var creator = transaction.object("Creator").flatMap(each -> each.text("Name")).orElse("");
    return isOpening(transaction)
        && creator.equalsIgnoreCase(account)
        && requestors().stream().anyMatch(each -> !isNamed(each, account));
  }

  private static boolean isOpening(Fields transaction) {
    return transaction.text("Type").equals(Optional.of("Create"));
  }

  private static boolean isComment(Fields transaction) {
    return transaction.text("Type").equals(Optional.of("Comment"));
  }

  private static boolean isNamed(Fields user, String name) {
    return user.text("Name").filter(name::equalsIgnoreCase).isPresent();
  }

  private static String type(Fields part) {
    return part.text("ContentType").orElse("").toLowerCase(Locale.ROOT);
  }

  private static Person person(Fields user) {
    return new Person(
        user.text("Name").orElse(""),
        user.text("RealName").orElse(""),
        user.text("EmailAddress").orElse(""));
  }
}
