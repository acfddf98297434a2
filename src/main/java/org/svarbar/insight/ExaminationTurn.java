package org.svarbar.insight;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row, which whoever examines holds, so that several servers do not examine the same. */
@Entity
@Table(name = "knowledge_examination")
class ExaminationTurn {

  static final long ONLY = 1;

  @Id Long id;
}
