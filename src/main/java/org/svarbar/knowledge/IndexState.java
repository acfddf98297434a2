package org.svarbar.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The one row about the index: which database it is a copy of, and who is building a new one until
 * when.
 */
@Entity
@Table(name = "knowledge_index")
class IndexState {

  static final long ONLY = 1;

  @Id Long id = ONLY;

  @Column(name = "copy_of", nullable = false, length = 36)
  String copyOf = UUID.randomUUID().toString();

  @Column(name = "rebuild_requested", nullable = false)
  boolean rebuildRequested;

  @Column(length = 36)
  String builder;

  @Column(name = "building_until")
  Instant buildingUntil;

  /** For JPA, and for the first start. */
  protected IndexState() {}

  static IndexState first() {
    return new IndexState();
  }

  boolean isBuilding(Instant now) {
    return builder != null && buildingUntil.isAfter(now);
  }

  boolean isBuiltBy(String who) {
    return who.equals(builder);
  }

  void build(String who, Instant until) {
    builder = who;
    buildingUntil = until;
    rebuildRequested = false;
  }

  void built() {
    builder = null;
    buildingUntil = null;
  }
}
