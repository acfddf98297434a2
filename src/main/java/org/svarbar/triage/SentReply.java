package org.svarbar.triage;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.text.Links;
import org.svarbar.text.MailText;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Ticket;

/**
 * What agents sent to a requester.
 *
 * @param text without greetings, quotations and signatures
 * @param links in the form that {@link Links} gives
 * @param at when the last of it was sent
 */
public record SentReply(String text, Set<URI> links, Instant at) {

  public SentReply {
    Objects.requireNonNull(text, "text");
    links = Set.copyOf(links);
    Objects.requireNonNull(at, "at");
  }

  /**
   * All that agents sent between this message and the requester's next.
   *
   * @return empty: nothing yet
   */
  public static Optional<SentReply> after(Message message, Ticket ticket) {
    var from = ticket.messages().indexOf(message) + 1;
    var sent = new ArrayList<Message>();
    for (var each : ticket.messages().subList(from, ticket.messages().size())) {
      if (each.isFromRequester()) {
        break;
      }
      if (each.author() == Author.AGENT && !each.internal()) {
        sent.add(each);
      }
    }
    return sent.isEmpty() ? Optional.empty() : Optional.of(of(sent));
  }

  private static SentReply of(List<Message> sent) {
    var links = new LinkedHashSet<URI>();
    sent.forEach(each -> links.addAll(Links.of(each.body(), each.html())));
    var text =
        sent.stream()
            .map(each -> MailText.of("", each.body(), each.html()).text())
            .collect(Collectors.joining("\n\n"));
    return new SentReply(text, links, sent.getLast().createdAt());
  }
}
