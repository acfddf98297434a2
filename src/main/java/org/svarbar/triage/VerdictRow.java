package org.svarbar.triage;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.platform.Correlation;
import org.svarbar.platform.Json;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketRef;

/** A verdict's row. */
@Entity
@Table(name = "verdicts")
class VerdictRow {

  private static final int LONGEST_REASONS = 8000;
  private static final int LONGEST_VALUE = 300;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(name = "message_id", nullable = false, length = 200)
  String messageId;

  @Column(nullable = false, length = 10)
  String verdict;

  @Column(nullable = false)
  boolean ruled;

  @Column(nullable = false)
  double probability;

  @Column(name = "raw_probability", nullable = false)
  double rawProbability;

  @Column(name = "measured_on", nullable = false)
  int measuredOn;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  Quadrant quadrant;

  @Column(name = "similar_before", nullable = false)
  int similarBefore;

  @Column(nullable = false, length = 500)
  String signals;

  @Column(nullable = false, length = LONGEST_REASONS)
  String reasons;

  @Column(nullable = false, length = 60)
  String model;

  @Column(name = "entry_id")
  Long entryId;

  @Column(nullable = false, length = 2)
  String language;

  @Column(name = "group_name", length = 200)
  String group;

  /** Which webhook it follows from; empty: from none. */
  @Column(length = 32)
  String correlation;

  @Column(name = "judged_at", nullable = false)
  Instant judgedAt;

  /** For JPA. */
  protected VerdictRow() {}

  VerdictRow(Judged judged) {
    connectionId = judged.ticket().connection().value();
    ticketId = judged.ticket().id();
    messageId = judged.messageId();
    verdict = judged.verdict().word();
    ruled = judged.verdict() instanceof Verdict.Person person && person.ruled();
    var assessment = judged.verdict().assessment();
    probability = assessment.probability();
    rawProbability = assessment.rawProbability();
    measuredOn = assessment.measuredOn();
    quadrant = assessment.quadrant();
    similarBefore = assessment.similar();
    signals = assessment.signals().stream().sorted().map(SignalKind::word).collect(joining(" "));
    reasons = written(assessment.reasons());
    model = assessment.model();
    entryId = judged.entryId().orElse(null);
    language = judged.language().getLanguage();
    group =
        judged.group().map(name -> name.substring(0, Math.min(200, name.length()))).orElse(null);
    judgedAt = judged.at();
    correlation = Correlation.current().map(Correlation::id).orElse(null);
  }

  Judged judged() {
    return new Judged(
        new TicketRef(new ConnectionId(connectionId), ticketId),
        messageId,
        verdict(),
        Optional.ofNullable(entryId),
        Locale.of(language),
        Optional.ofNullable(group),
        judgedAt);
  }

  private Verdict verdict() {
    var assessment =
        new Assessment(
            probability,
            rawProbability,
            measuredOn,
            quadrant,
            similarBefore,
            kinds(),
            read(reasons),
            model);
    return switch (verdict) {
      case "answerable" -> new Verdict.Answerable(assessment);
      case "suggest" -> new Verdict.Suggest(assessment);
      case "person" -> new Verdict.Person(assessment, ruled);
      default -> throw new IllegalStateException("a verdict called " + verdict);
    };
  }

  /** Kinds that a later version no longer knows are left out. */
  private Set<SignalKind> kinds() {
    return Stream.of(signals.split(" "))
        .flatMap(word -> SignalKind.find(word).stream())
        .collect(toSet());
  }

  /** The weightiest first, as many as there is room for. */
  private static String written(List<Reason> reasons) {
    var array = Json.createArrayBuilder();
    var room = LONGEST_REASONS - 2;
    for (var reason : reasons) {
      var values = Json.createArrayBuilder();
      reason.values().forEach(it -> values.add(shortened(it)));
      var json = Json.createObjectBuilder().add("key", reason.key()).add("values", values).build();
      room -= json.toString().length() + 1;
      if (room < 0) {
        break;
      }
      array.add(json);
    }
    return array.build().toString();
  }

  private static String shortened(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
  }

  private static List<Reason> read(String json) {
    return Json.array(json).stream()
        .map(JsonValue::asJsonObject)
        .map(
            it ->
                new Reason(
                    it.getString("key"),
                    it.getJsonArray("values").getValuesAs(JsonString::getString)))
        .toList();
  }
}
