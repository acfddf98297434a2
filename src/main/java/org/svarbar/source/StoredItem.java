package org.svarbar.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is remembered of an item of a source. */
@Entity
@Table(name = "source_items")
class StoredItem {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "source_id", nullable = false)
  long sourceId;

  @Column(name = "item_key", nullable = false, length = SourceRun.LONGEST_ITEM)
  String key;

  @Column(nullable = false, length = SourceRun.LONGEST_MEMORY)
  String memory;

  @Column(nullable = false, length = 100_000)
  String refusals;

  @Column(name = "taken_in", nullable = false)
  long takenIn;

  @Column(name = "seen_in", nullable = false)
  long seenIn;

  /** For JPA. */
  protected StoredItem() {}

  StoredItem(long sourceId, String key) {
    this.sourceId = sourceId;
    this.key = key;
  }

  void taken(long run, String memory, String refusals) {
    this.memory = memory;
    this.refusals = refusals;
    takenIn = run;
    seenIn = run;
  }
}
