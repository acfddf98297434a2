package org.svarbar.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import org.svarbar.knowledge.EntryName;

/** That an item of a source gave this entry when it was taken in this run. */
@Entity
@Table(name = "source_entries")
class StoredItemEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "source_id", nullable = false)
  long sourceId;

  @Column(name = "item_key", nullable = false, length = SourceRun.LONGEST_ITEM)
  String item;

  @Column(name = "entry_key", nullable = false, length = 200)
  String key;

  @Column(nullable = false, length = 2)
  String language;

  @Column(name = "first_taken_in", nullable = false)
  long firstTakenIn;

  @Column(name = "taken_in", nullable = false)
  long takenIn;

  /** For JPA. */
  protected StoredItemEntry() {}

  StoredItemEntry(long sourceId, String item, EntryName name, long run) {
    this.sourceId = sourceId;
    this.item = item;
    key = name.key();
    language = name.language().getLanguage();
    firstTakenIn = run;
    takenIn = run;
  }

  EntryName name() {
    return new EntryName(key, Locale.of(language));
  }
}
