package org.svarbar.selfservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What counts as reaching a person at one connection. */
@Entity
@Table(name = "handover_rules")
class HandoverRuleRow {

  @Id
  @Column(name = "connection_id", length = 40)
  String connectionId;

  @Column(nullable = false, length = 200)
  String occasions;

  /** One a line. */
  @Column(nullable = false, length = 2000)
  String tags;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  /** For JPA. */
  protected HandoverRuleRow() {}

  HandoverRuleRow(String connectionId, HandoverRule rule, Instant now) {
    this.connectionId = connectionId;
    change(rule, now);
  }

  final void change(HandoverRule rule, Instant now) {
    occasions =
        rule.occasions().stream().sorted().map(Occasion::code).collect(Collectors.joining(","));
    tags = rule.tags().stream().sorted().collect(Collectors.joining("\n"));
    changedAt = now;
  }

  HandoverRule rule() {
    return new HandoverRule(
        Stream.of(occasions.split(","))
            .flatMap(code -> Occasion.find(code).stream())
            .collect(Collectors.toSet()),
        tags.lines().collect(Collectors.toSet()));
  }
}
