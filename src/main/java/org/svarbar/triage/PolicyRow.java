package org.svarbar.triage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.svarbar.triage.TriagePolicy.Marking;

/** A policy's row. */
@Entity
@Table(name = "triage_policies")
class PolicyRow {

  static final int LONGEST_RULES = 20_000;

  @Id
  @Column(name = "connection_id", length = 40)
  String connectionId;

  @Column(nullable = false, length = LONGEST_RULES)
  String rules;

  @Column(nullable = false, length = 10)
  String marking;

  @Column(name = "field_name", nullable = false, length = 100)
  String fieldName;

  @Column(name = "note_for_person", nullable = false)
  boolean noteForPerson;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  @Version int version;

  /** For JPA. */
  protected PolicyRow() {}

  PolicyRow(String connectionId) {
    this.connectionId = connectionId;
  }

  void change(TriagePolicy policy, Instant now) {
    rules = policy.rules().written();
    switch (policy.marking()) {
      case Marking.None none -> mark("none", "");
      case Marking.Tag tag -> mark("tag", "");
      case Marking.Field field -> mark("field", field.name());
    }
    noteForPerson = policy.noteForPerson();
    changedAt = now;
  }

  private void mark(String how, String field) {
    marking = how;
    fieldName = field;
  }

  TriagePolicy policy() {
    var how =
        switch (marking) {
          case "none" -> new Marking.None();
          case "tag" -> new Marking.Tag();
          case "field" -> new Marking.Field(fieldName);
          default -> throw new IllegalStateException("a marking called " + marking);
        };
    return new TriagePolicy(HardRules.read(rules), how, noteForPerson);
  }
}
