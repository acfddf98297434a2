package org.svarbar.suggestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A question's row, with the entry that answered it. */
@Entity
@Table(name = "past_questions")
class PastQuestion {

  static final int LONGEST_TEXT = 2000;
  static final int LONGEST_REFERENCE = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, length = 60)
  String source;

  @Column(nullable = false, length = LONGEST_REFERENCE)
  String reference;

  @Column(name = "entry_id", nullable = false)
  long entryId;

  @Column(nullable = false, length = 2)
  String language;

  @Column(nullable = false, length = LONGEST_TEXT)
  String text;

  @Column(name = "asked_at", nullable = false)
  Instant askedAt;

  /** For JPA. */
  protected PastQuestion() {}

  PastQuestion(String source, AnsweredQuestion answered, Instant now) {
    this.source = source;
    reference = answered.reference();
    entryId = answered.entryId();
    language = answered.language().getLanguage();
    text = answered.text();
    askedAt = answered.askedAt().orElse(now);
  }

  AnsweredQuestion answered() {
    return new AnsweredQuestion(
        reference, entryId, Locale.of(language), text, java.util.Optional.of(askedAt));
  }
}
