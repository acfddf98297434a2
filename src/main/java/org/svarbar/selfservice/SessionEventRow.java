package org.svarbar.selfservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event of a session as it lies in the database. */
@Entity
@Table(name = "help_events")
class SessionEventRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "session_id", nullable = false)
  Long sessionId;

  @Column(name = "event_key", nullable = false, length = 60)
  String key;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 12)
  SessionEvent.Kind kind;

  @Column(name = "happened_at", nullable = false)
  Instant happenedAt;

  @Column(nullable = false, length = 2000)
  String text;

  @Column(nullable = false, length = 300)
  String entries;

  @Column(nullable = false)
  int seconds;

  @Column Boolean helpful;

  /** For JPA. */
  protected SessionEventRow() {}

  SessionEventRow(long sessionId, SessionEvent event) {
    this.sessionId = sessionId;
    this.key = event.key();
    this.kind = event.kind();
    this.happenedAt = event.happenedAt();
    this.text = event.text();
    this.entries = event.entries().stream().map(String::valueOf).collect(Collectors.joining(","));
    this.seconds = event.seconds();
    this.helpful = event.helpful().orElse(null);
  }

  SessionEvent event() {
    return new SessionEvent(
        key,
        kind,
        happenedAt,
        text,
        Stream.of(entries.split(",")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList(),
        seconds,
        Optional.ofNullable(helpful));
  }
}
