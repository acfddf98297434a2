package org.svarbar.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.knowledge.AnswerFormat;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.knowledge.Visibility;

/** Entries of which only what they say matters. */
final class SampleEntry {

  static final Instant CHANGED_AT = Instant.parse("2026-03-01T12:00:00Z");

  private SampleEntry() {}

  static FaqEntry of(String language, String question, String answer) {
    return of(language, question, answer, Optional.empty());
  }

  static FaqEntry of(String language, String question, String answer, Optional<LocalDate> review) {
    return new FaqEntry(
        1,
        "tests",
        "key",
        Locale.of(language),
        Visibility.PUBLIC,
        Optional.empty(),
        List.of(question),
        answer,
        AnswerFormat.MARKDOWN,
        Optional.empty(),
        review,
        Optional.empty(),
        CHANGED_AT,
        CHANGED_AT,
        1);
  }
}
