package org.svarbar.insight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** As what, and on which day, an entry was last looked at. */
@Entity
@Table(name = "knowledge_examined")
class ExaminedEntry {

  @Id
  @Column(name = "entry_id")
  Long entryId;

  @Column(nullable = false)
  long revision;

  @Column(name = "examined_on", nullable = false)
  LocalDate examinedOn;

  /** For JPA. */
  protected ExaminedEntry() {}

  ExaminedEntry(long entryId, long revision, LocalDate today) {
    this.entryId = entryId;
    this.revision = revision;
    examinedOn = today;
  }
}
