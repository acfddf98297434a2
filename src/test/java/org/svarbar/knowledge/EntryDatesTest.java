package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svarbar.knowledge.EntryDates.Dated;

class EntryDatesTest {

  private static final Instant IMPORT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-02-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-09T12:00:00Z");

  private final EntryDates dates =
      new EntryDates(
          List.of(
              new Dated(1, "faq", IMPORT, IMPORT),
              new Dated(2, "faq", IMPORT.plusSeconds(60), LATER),
              new Dated(3, "faq", LATER, LATER)));

  @Test
  void countsWhatCameWithTheFirstImportAsHavingBeenThere() {
    assertThat(dates.wasThere(1, BEFORE, false)).isTrue();
    assertThat(dates.wasThere(2, BEFORE, false)).isTrue();
    assertThat(dates.wasThere(3, BEFORE, false)).isFalse();
    assertThat(dates.wasThere(3, LATER, false)).isTrue();
    assertThat(dates.wasThere(4, LATER, false)).isFalse();
  }

  @Test
  void goesByWhenWeHadItWhereItIsAskedToBeStrict() {
    assertThat(dates.wasThere(1, BEFORE, true)).isFalse();
    assertThat(dates.wasThere(1, IMPORT, true)).isTrue();
    assertThat(dates.wasThere(2, IMPORT, true)).isFalse();
  }

  @Test
  void saysWhatWasChangedSince() {
    assertThat(dates.changedSince(1, BEFORE)).contains(false);
    assertThat(dates.changedSince(2, BEFORE)).contains(true);
    assertThat(dates.changedSince(2, LATER)).contains(false);
    assertThat(dates.changedSince(9, BEFORE)).isEmpty();
  }
}
