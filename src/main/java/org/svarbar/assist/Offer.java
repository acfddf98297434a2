package org.svarbar.assist;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.ticket.TicketRef;

/**
 * What agents are offered for one message, found when the message came so that looking at it costs
 * a read.
 *
 * @param language of the question
 * @param group the ticket's
 * @param url where an agent opens the ticket
 * @param items best first; empty: nothing fits
 */
public record Offer(
    TicketRef ticket,
    String messageId,
    Locale language,
    Optional<String> group,
    Optional<URI> url,
    List<Item> items,
    Instant at) {

  public Offer {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(url, "url");
    items = List.copyOf(items);
    Objects.requireNonNull(at, "at");
  }

  /**
   * One suggestion, without what the entry itself says.
   *
   * @param sentence the answer's sentence that answered then
   * @param words the question's words that it was found by, rarest first
   * @param score what it was ranked by, as a suggestion's
   */
  public record Item(long entryId, String sentence, List<String> words, double score) {

    public Item {
      Objects.requireNonNull(sentence, "sentence");
      words = List.copyOf(words);
    }
  }

  static Offer of(JudgedMessage found) {
    var judged = found.judged();
    var suggested = found.suggested();
    return new Offer(
        judged.ticket(),
        judged.messageId(),
        suggested.language(),
        found.ticket().group(),
        found.ticket().url(),
        suggested.suggestions().stream()
            .map(it -> new Item(it.entryId(), it.sentence(), it.matchedWords(), it.score()))
            .toList(),
        judged.at());
  }
}
