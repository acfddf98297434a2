package org.svarbar.assist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The master switch's only row. */
@Entity
@Table(name = "master_switch")
class MasterSwitchRow {

  static final int ONLY = 1;

  @Id int id = ONLY;

  @Column(nullable = false, length = 12)
  String state;

  @Column(name = "changed_by", nullable = false, length = 200)
  String changedBy;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;
}
