package org.svarbar.triage;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Outcome.LearnedBy;

/** An outcome's row. */
@Entity
@Table(name = "outcomes")
class OutcomeRow {

  private static final int MOST_ENTRIES = 20;
  private static final int LONGEST_GROUP = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(name = "message_id", nullable = false, length = 200)
  String messageId;

  @Column(name = "learned_by", nullable = false, length = 10)
  String learnedBy;

  @Column(name = "suggested_entries", nullable = false, length = 500)
  String suggestedEntries;

  @Column(name = "sent_entries", nullable = false, length = 500)
  String sentEntries;

  @Column(name = "first_right", nullable = false)
  boolean firstRight;

  @Column(nullable = false)
  double similarity;

  @Column(nullable = false)
  double certainty;

  @Column(name = "raw_probability", nullable = false)
  double rawProbability;

  @Column(nullable = false)
  double probability;

  @Column(nullable = false, length = 2)
  String language;

  @Column(name = "group_name", length = LONGEST_GROUP)
  String group;

  @Column(name = "occurred_at", nullable = false)
  Instant occurredAt;

  /** For JPA. */
  protected OutcomeRow() {}

  OutcomeRow(Outcome outcome) {
    connectionId = outcome.ticket().connection().value();
    ticketId = outcome.ticket().id();
    messageId = outcome.messageId();
    learnedBy = word(outcome.learnedBy());
    language = outcome.language().getLanguage();
    group = outcome.group().map(OutcomeRow::shortened).orElse(null);
    change(outcome);
  }

  /** Whoever learns of it anew by the same means has learned better. */
  final void change(Outcome outcome) {
    suggestedEntries = written(outcome.suggested());
    sentEntries = written(outcome.sent());
    firstRight = outcome.firstRight();
    similarity = outcome.similarity();
    certainty = outcome.certainty();
    rawProbability = outcome.rawProbability();
    probability = outcome.probability();
    occurredAt = outcome.at();
  }

  Outcome outcome() {
    return new Outcome(
        new TicketRef(new ConnectionId(connectionId), ticketId),
        messageId,
        learnedBy(learnedBy),
        read(suggestedEntries),
        read(sentEntries),
        firstRight,
        similarity,
        certainty,
        rawProbability,
        probability,
        Locale.of(language),
        Optional.ofNullable(group),
        occurredAt);
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(LONGEST_GROUP, name.length()));
  }

  static LearnedBy learnedBy(String word) {
    return LearnedBy.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static String word(LearnedBy by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  private static String written(List<Long> entries) {
    return entries.stream().limit(MOST_ENTRIES).map(Object::toString).collect(joining(" "));
  }

  private static List<Long> read(String entries) {
    return Stream.of(entries.split(" ")).filter(it -> !it.isEmpty()).map(Long::valueOf).toList();
  }
}
