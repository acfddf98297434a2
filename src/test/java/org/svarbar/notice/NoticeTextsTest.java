package org.svarbar.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Languages;

class NoticeTextsTest {

  private static final Instant THEN = Instant.parse("2026-11-23T03:00:00Z");

  @Test
  void sayEachOccasionInEachLanguageForOneAndForMany() {
    var said = new HashSet<String>();
    for (var language : Languages.ALL) {
      for (var occasion : Occasion.values()) {
        var many = told(occasion, 12, language);
        assertThat(many.subject()).contains("rt").doesNotContain("{");
        assertThat(many.text()).contains("rt", "2026").doesNotContain("{");
        assertThat(said.add(many.text())).as("%s", many).isTrue();
        assertThat(told(occasion, 1, language).text()).doesNotContain("12", "{");
      }
      assertThat(told(Occasion.DEAD_LETTERS, 12, language).subject()).contains("12");
    }
  }

  private static Told told(Occasion occasion, long count, Locale language) {
    var seen = new Sighting(occasion, "rt", count, THEN, THEN);
    return Told.of("notice-1", seen, language, "https://s.example", ZoneOffset.UTC);
  }
}
