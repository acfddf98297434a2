package org.svarbar.insight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.svarbar.knowledge.FaqEntry;

/** A finding's row. Of two entries the one with the lower id comes first. */
@Entity
@Table(name = "knowledge_findings")
class StoredFinding {

  static final long NONE = 0;
  private static final int LONGEST = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 13)
  Finding.Kind kind;

  @Column(nullable = false, length = 20)
  String reason;

  @Column(name = "entry_id", nullable = false)
  long entryId;

  @Column(name = "entry_revision", nullable = false)
  long entryRevision;

  @Column(nullable = false, length = LONGEST)
  String says;

  @Column(name = "other_id", nullable = false)
  long otherId;

  @Column(name = "other_revision", nullable = false)
  long otherRevision;

  @Column(name = "other_says", nullable = false, length = LONGEST)
  String otherSays;

  @Column(name = "found_at", nullable = false)
  Instant foundAt;

  @Column(name = "dismissed_at")
  Instant dismissedAt;

  @Column(name = "dismissed_by", length = 100)
  String dismissedBy;

  /** For JPA. */
  protected StoredFinding() {}

  StoredFinding(Finding finding) {
    kind = finding.kind();
    reason = finding.reason();
    entryId = finding.entry().id();
    entryRevision = finding.entry().revision();
    says = shortened(finding.says());
    otherId = finding.other().map(FaqEntry::id).orElse(NONE);
    otherRevision = finding.other().map(FaqEntry::revision).orElse(NONE);
    otherSays = shortened(finding.otherSays());
    foundAt = finding.foundAt();
  }

  Finding finding(FaqEntry entry, Optional<FaqEntry> other) {
    return new Finding(id, kind, reason, entry, says, other, otherSays, foundAt);
  }

  /** Whether it is about the same, and neither entry has changed since. */
  boolean isStill(StoredFinding now) {
    return kind == now.kind
        && reason.equals(now.reason)
        && entryId == now.entryId
        && otherId == now.otherId
        && entryRevision == now.entryRevision
        && otherRevision == now.otherRevision;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
