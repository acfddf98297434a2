package org.svarbar.replay;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.platform.Sha256;

/** A case's row. */
@Entity
@Table(name = "replay_cases")
class CaseRow {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_SENT = 20;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "replay_id", nullable = false)
  long replayId;

  @Column(name = "ticket_id", nullable = false, length = 100)
  String ticketId;

  @Column(name = "message_id", nullable = false, length = LONGEST_NAME)
  String messageId;

  @Column(name = "asked_at", nullable = false)
  Instant askedAt;

  @Column(nullable = false, length = 10)
  String result;

  @Column(name = "by_person", nullable = false)
  boolean byPerson;

  @Column(nullable = false)
  boolean skipped;

  @Column(nullable = false)
  boolean ruled;

  @Column(nullable = false, length = 10)
  String verdict;

  @Column(name = "raw_probability", nullable = false)
  double raw;

  @Column(nullable = false)
  double similarity;

  @Column(nullable = false, length = 2)
  String language;

  @Column(name = "group_name", length = LONGEST_NAME)
  String group;

  @Column(length = LONGEST_NAME)
  String topic;

  @Column(name = "entry_id")
  Long entryId;

  @Column(name = "entry_changed", nullable = false)
  boolean entryChanged;

  @Column(name = "sent_entries", nullable = false, length = 500)
  String sent;

  @Column(nullable = false, length = 64)
  String draw;

  @Column(nullable = false, length = LONGEST_TEXT)
  String question;

  @Column(nullable = false, length = LONGEST_TEXT)
  String reply;

  /** For JPA. */
  protected CaseRow() {}

  CaseRow(long replayId, ReplayCase found) {
    this.replayId = replayId;
    ticketId = found.ticketId();
    messageId = shortened(found.messageId(), LONGEST_NAME);
    askedAt = found.askedAt();
    result = found.result().word();
    ruled = found.ruled();
    verdict = found.verdict();
    raw = found.raw();
    similarity = found.similarity();
    language = found.language().getLanguage();
    group = found.group().map(it -> shortened(it, LONGEST_NAME)).orElse(null);
    topic = found.topic().map(it -> shortened(it, LONGEST_NAME)).orElse(null);
    entryId = found.entryId().orElse(null);
    entryChanged = found.entryChanged();
    sent =
        found.sent().stream()
            .limit(MOST_SENT)
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    draw = Sha256.hex(replayId + "\n" + ticketId);
    question = shortened(found.question(), LONGEST_TEXT);
    reply = shortened(found.reply(), LONGEST_TEXT);
  }

  ReplayCase found() {
    return new ReplayCase(
        id,
        ticketId,
        messageId,
        askedAt,
        Result.of(result),
        byPerson,
        ruled,
        verdict,
        raw,
        similarity,
        Locale.of(language),
        Optional.ofNullable(group),
        Optional.ofNullable(topic),
        Optional.ofNullable(entryId),
        entryChanged,
        Stream.of(sent.split(" ")).filter(it -> !it.isEmpty()).map(Long::valueOf).toList(),
        question,
        reply);
  }

  List<Long> suggested() {
    return Optional.ofNullable(entryId).stream().toList();
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
