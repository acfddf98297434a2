package org.svarbar.triage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A calibration's row, kept or not: what was tried can be looked up. */
@Entity
@Table(name = "calibrations")
class CalibrationRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(nullable = false)
  double slope;

  @Column(nullable = false)
  double intercept;

  @Column(name = "fitted_on", nullable = false)
  int fittedOn;

  @Column(nullable = false)
  double loss;

  @Column(name = "loss_before", nullable = false)
  double lossBefore;

  @Column(nullable = false)
  boolean kept;

  @Column(name = "in_use", nullable = false)
  boolean inUse;

  @Column(name = "made_at", nullable = false)
  Instant madeAt;

  /** For JPA. */
  protected CalibrationRow() {}

  CalibrationRow(String connectionId, Calibration fitted, int fittedOn, Instant now) {
    this.connectionId = connectionId;
    this.slope = fitted.slope();
    this.intercept = fitted.intercept();
    this.fittedOn = fittedOn;
    this.madeAt = now;
  }

  /** It is kept if it was not worse on cases that neither was fitted on. */
  void compare(double loss, double lossBefore) {
    this.loss = loss;
    this.lossBefore = lossBefore;
    kept = loss <= lossBefore;
    inUse = kept;
  }

  Calibration calibration() {
    return new Calibration(slope, intercept, version());
  }

  String version() {
    return "own-" + id;
  }
}
