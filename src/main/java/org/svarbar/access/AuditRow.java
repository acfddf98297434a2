package org.svarbar.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A record's row. Written by SQL ({@link AuditedRequest}); read by JPA. */
@Entity
@Table(name = "audit_log")
class AuditRow {

  static final int LONGEST_WHO = 100;
  static final int LONGEST_PATH = 500;
  static final int LONGEST_CHANGES = 4000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "happened_at", nullable = false)
  Instant happenedAt;

  @Column(nullable = false, length = LONGEST_WHO)
  String who;

  @Column(nullable = false, length = 10)
  String what;

  @Column(nullable = false, length = LONGEST_PATH)
  String path;

  @Column(nullable = false, length = 10)
  String outcome;

  @Column(nullable = false, length = LONGEST_CHANGES)
  String changes;

  /** For JPA. */
  protected AuditRow() {}

  AuditRow(AuditRecord record) {
    happenedAt = record.at();
    who = record.who();
    what = record.what();
    path = record.path();
    outcome = record.done() ? "done" : "refused";
    changes = record.changes();
  }

  AuditRecord record() {
    return new AuditRecord(happenedAt, who, what, path, outcome.equals("done"), changes);
  }
}
