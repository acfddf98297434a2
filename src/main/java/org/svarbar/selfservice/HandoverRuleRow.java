package org.svarbar.selfservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
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

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  /** For JPA. */
  protected HandoverRuleRow() {}

  HandoverRuleRow(String connectionId, Set<Occasion> occasions, Instant now) {
    this.connectionId = connectionId;
    change(occasions, now);
  }

  final void change(Set<Occasion> wanted, Instant now) {
    occasions = wanted.stream().sorted().map(Occasion::code).collect(Collectors.joining(","));
    changedAt = now;
  }

  Set<Occasion> occasions() {
    return Stream.of(occasions.split(","))
        .flatMap(code -> Occasion.find(code).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Occasion.class)));
  }
}
