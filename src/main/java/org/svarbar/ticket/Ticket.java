package org.svarbar.ticket;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One request with its history, as read from the helpdesk a moment ago.
 *
 * @param group the team, queue or mailbox that it lies in
 * @param status the helpdesk's own word
 * @param language the requester's language where the helpdesk knows it
 * @param url where an agent opens it
 * @param owner the agent whose ticket it is, as the helpdesk calls them; empty: nobody's, or
 *     unknown
 * @param closedAt when it was closed, each time, as far as the helpdesk tells
 * @param messages oldest first
 */
public record Ticket(
    TicketRef ref,
    String subject,
    Optional<String> group,
    String status,
    Person requester,
    Optional<Locale> language,
    Optional<URI> url,
    Optional<String> owner,
    List<Instant> closedAt,
    List<Message> messages) {

  /** A ticket of which nobody knows whose it is and whether it was closed. */
  public Ticket(
      TicketRef ref,
      String subject,
      Optional<String> group,
      String status,
      Person requester,
      Optional<Locale> language,
      Optional<URI> url,
      List<Message> messages) {
    this(
        ref,
        subject,
        group,
        status,
        requester,
        language,
        url,
        Optional.empty(),
        List.of(),
        messages);
  }

  public Ticket {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(owner, "owner");
    closedAt = List.copyOf(closedAt);
    messages = List.copyOf(messages);
  }

  /** The ticket as it was when this message came, as far as its messages tell. */
  public Ticket until(Message message) {
    return new Ticket(
        ref,
        subject,
        group,
        status,
        requester,
        language,
        url,
        Optional.empty(),
        closedAt,
        messages.subList(0, messages.indexOf(message) + 1));
  }

  /** The message with this id, if the helpdesk still has it. */
  public Optional<Message> message(String id) {
    return messages.stream().filter(message -> message.id().equals(id)).findFirst();
  }

  /** What the requester wrote last. */
  public Optional<Message> latestFromRequester() {
    return messages.reversed().stream().filter(Message::isFromRequester).findFirst();
  }

  /** Whether it had been closed before this message came. */
  public boolean isReopenedBy(Message message) {
    return closedAt.stream().anyMatch(message.createdAt()::isAfter);
  }

  /** What came before this message, oldest first. */
  public List<Message> before(Message message) {
    return messages.subList(0, Math.max(0, messages.indexOf(message)));
  }

  /**
   * Whether `message` is the first one of the ticket, so that the subject belongs to its question.
   */
  public boolean isOpenedBy(Message message) {
    return !messages.isEmpty() && messages.getFirst().id().equals(message.id());
  }
}
