package org.svarbar.knowledge;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry's row. Its revision rises with every change, which is how the index learns of it, and
 * fences off late writers.
 */
@Entity
@Table(name = "faq_entries")
class StoredEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false, length = 60)
  String source;

  @Column(name = "entry_key", nullable = false, length = EntryDraft.LONGEST_KEY)
  String key;

  @Column(nullable = false, length = 2)
  String language;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 8)
  Visibility visibility;

  @Column(name = "group_name", length = EntryDraft.LONGEST_GROUP)
  String group;

  @ElementCollection
  @CollectionTable(name = "faq_questions", joinColumns = @JoinColumn(name = "entry_id"))
  @OrderColumn(name = "position", nullable = false)
  @Column(name = "text", nullable = false, length = EntryDraft.LONGEST_QUESTION)
  List<String> questions = new ArrayList<>();

  @Column(nullable = false, length = EntryDraft.LONGEST_ANSWER)
  String answer;

  @Enumerated(EnumType.STRING)
  @Column(name = "answer_format", nullable = false, length = 8)
  AnswerFormat format;

  @Column(length = EntryDraft.LONGEST_URL)
  String url;

  @Column(name = "review_on")
  LocalDate reviewOn;

  @Column(name = "retired_at")
  Instant retiredAt;

  @Column(name = "retired_by_source", nullable = false)
  boolean retiredBySource;

  @Column(name = "edited_by_hand", nullable = false)
  boolean editedByHand;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  @Version
  @Column(nullable = false)
  long revision;

  /** Whether the index does not hold this revision yet. */
  @Column(nullable = false)
  boolean behind = true;

  /** For JPA. */
  protected StoredEntry() {}

  StoredEntry(String source, EntryDraft draft, Instant now) {
    this.source = source;
    key = draft.key();
    language = draft.language().getLanguage();
    createdAt = now;
    write(draft, now);
  }

  @PreUpdate
  void fallBehind() {
    behind = true;
  }

  /** Says from now on what the draft says; returns whether that is a change. */
  boolean change(EntryDraft draft, Instant now) {
    if (!draft.key().equals(key) || !draft.language().getLanguage().equals(language)) {
      throw new IllegalArgumentException("an entry keeps its key and its language");
    }
    if (says(draft)) {
      return false;
    }
    write(draft, now);
    return true;
  }

  /** The same by a person's hand: from now on it does not follow its source. */
  void edit(EntryDraft draft, Instant now) {
    editedByHand = change(draft, now) || editedByHand;
  }

  boolean says(EntryDraft draft) {
    return draft.equals(draft());
  }

  void retire(Instant now) {
    retiredBySource = false;
    if (retiredAt == null) {
      retiredAt = now;
      changedAt = now;
    }
  }

  void restore(Instant now) {
    retiredBySource = false;
    if (retiredAt != null) {
      retiredAt = null;
      changedAt = now;
    }
  }

  /** Its source has it no more; returns whether that is a change. */
  boolean disappear(Instant now) {
    if (retiredAt != null) {
      return false;
    }
    retire(now);
    retiredBySource = true;
    return true;
  }

  /** Its source has it; returns whether that brought it back. */
  boolean reappear(Instant now) {
    var isBack = retiredBySource;
    if (isBack) {
      restore(now);
    }
    return isBack;
  }

  FaqEntry entry() {
    return new FaqEntry(
        id,
        source,
        key,
        Locale.of(language),
        visibility,
        Optional.ofNullable(group),
        questions,
        answer,
        format,
        link(),
        Optional.ofNullable(reviewOn),
        Optional.ofNullable(retiredAt),
        createdAt,
        changedAt,
        revision);
  }

  private EntryDraft draft() {
    return new EntryDraft(
        key,
        Locale.of(language),
        visibility,
        Optional.ofNullable(group),
        questions,
        answer,
        format,
        link(),
        Optional.ofNullable(reviewOn));
  }

  private Optional<URI> link() {
    return Optional.ofNullable(url).map(URI::create);
  }

  private void write(EntryDraft draft, Instant now) {
    visibility = draft.visibility();
    group = draft.group().orElse(null);
    if (!Objects.equals(questions, draft.questions())) {
      questions.clear();
      questions.addAll(draft.questions());
    }
    answer = draft.answer();
    format = draft.format();
    url = draft.url().map(URI::toString).orElse(null);
    reviewOn = draft.reviewOn().orElse(null);
    changedAt = now;
  }
}
