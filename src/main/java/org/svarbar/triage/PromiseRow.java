package org.svarbar.triage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.triage.Promise.Standing;

/** A promise's row. */
@Entity
@Table(name = "promises")
class PromiseRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "group_name", nullable = false, length = 200)
  String group;

  @Column(name = "at_least", nullable = false)
  double atLeast;

  @Column(nullable = false, length = 10)
  String state;

  @Column(nullable = false)
  double threshold;

  @Column(nullable = false)
  int cases;

  @Column(nullable = false)
  int errors;

  @Column(nullable = false)
  int missing;

  @Column(name = "lower_bound", nullable = false)
  double lowerBound;

  @Column(nullable = false)
  double shift;

  @Column(name = "decided_at", nullable = false)
  Instant decidedAt;

  @Version int version;

  /** For JPA. */
  protected PromiseRow() {}

  PromiseRow(ConnectionId connection, String group) {
    connectionId = connection.value();
    this.group = group;
  }

  void decide(double atLeast, Evidence.Finding found, double shift, Instant now) {
    this.atLeast = atLeast;
    this.state = found.holds() ? "granted" : "refused";
    this.threshold = found.threshold();
    this.missing = found.missing();
    this.shift = shift;
    this.decidedAt = now;
    count(found);
  }

  void withdraw(Evidence.Finding found, double shift, Instant now) {
    this.state = "withdrawn";
    this.shift = shift;
    this.decidedAt = now;
    count(found);
  }

  private void count(Evidence.Finding found) {
    cases = found.cases();
    errors = found.errors();
    lowerBound = found.lowerBound();
  }

  boolean isGranted() {
    return state.equals("granted");
  }

  Promise promise() {
    return new Promise(
        new ConnectionId(connectionId), group, atLeast, standing(), shift, decidedAt);
  }

  private Standing standing() {
    return switch (state) {
      case "granted" -> new Standing.Granted(cases, errors, lowerBound, threshold);
      case "refused" -> new Standing.Refused(cases, errors, lowerBound, missing);
      case "withdrawn" -> new Standing.Withdrawn(cases, errors, lowerBound);
      default -> throw new IllegalStateException("a promise that is " + state);
    };
  }
}
