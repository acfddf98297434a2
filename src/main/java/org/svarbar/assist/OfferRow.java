package org.svarbar.assist;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.assist.Offer.Item;
import org.svarbar.platform.Correlation;
import org.svarbar.platform.Json;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** An offer's row. */
@Entity
@Table(name = "offers")
class OfferRow {

  private static final int LONGEST_SENTENCE = 2000;
  private static final int LONGEST_WORD = 60;
  private static final int MOST_WORDS = 12;
  private static final int LONGEST_GROUP = 200;
  private static final int LONGEST_URL = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(name = "message_id", nullable = false, length = 200)
  String messageId;

  @Column(nullable = false, length = 2)
  String language;

  @Column(name = "group_name", length = LONGEST_GROUP)
  String group;

  @Column(name = "ticket_url", length = LONGEST_URL)
  String ticketUrl;

  @Column(nullable = false, length = 20_000)
  String suggestions;

  /** Which webhook it follows from; empty: from none. */
  @Column(length = 32)
  String correlation;

  @Column(name = "offered_at", nullable = false)
  Instant offeredAt;

  /** For JPA. */
  protected OfferRow() {}

  OfferRow(Offer offer) {
    connectionId = offer.ticket().connection().value();
    ticketId = offer.ticket().id();
    messageId = offer.messageId();
    language = offer.language().getLanguage();
    group = offer.group().map(name -> shortened(name, LONGEST_GROUP)).orElse(null);
    ticketUrl =
        offer.url().map(URI::toString).filter(it -> it.length() <= LONGEST_URL).orElse(null);
    suggestions = written(offer.items());
    offeredAt = offer.at();
    correlation = Correlation.current().map(Correlation::id).orElse(null);
  }

  Offer offer() {
    return new Offer(
        new TicketRef(new ConnectionId(connectionId), ticketId),
        messageId,
        Locale.of(language),
        Optional.ofNullable(group),
        Optional.ofNullable(ticketUrl).map(URI::create),
        Json.array(suggestions).getValuesAs(JsonObject.class).stream().map(OfferRow::item).toList(),
        offeredAt);
  }

  private static String written(List<Item> items) {
    var array = Json.createArrayBuilder();
    for (var item : items) {
      var words = Json.createArrayBuilder();
      item.words().stream()
          .limit(MOST_WORDS)
          .forEach(word -> words.add(shortened(word, LONGEST_WORD)));
      array.add(
          Json.createObjectBuilder()
              .add("entry", item.entryId())
              .add("sentence", shortened(item.sentence(), LONGEST_SENTENCE))
              .add("words", words)
              .add("score", item.score()));
    }
    return array.build().toString();
  }

  private static Item item(JsonObject json) {
    return new Item(
        json.getJsonNumber("entry").longValue(),
        json.getString("sentence"),
        json.getJsonArray("words").getValuesAs(JsonString::getString),
        json.getJsonNumber("score").doubleValue());
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
