package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Languages;

class TriageMailTest {

  @Test
  void hasEnoughMailsInEachLanguageHalfOfThemOrdinary() {
    for (var language : Languages.ALL) {
      var mails = TriageMail.all().stream().filter(it -> it.language().equals(language)).toList();

      assertThat(mails).as(language.toString()).hasSizeGreaterThanOrEqualTo(50);
      assertThat(mails.stream().filter(TriageMail::isOrdinary).count())
          .isBetween(mails.size() * 4L / 10, mails.size() * 6L / 10);
    }
  }

  @Test
  void holdsBackHalfOfTheMailsWithEachLabel() {
    var mails = TriageMail.all();
    var labels = mails.stream().flatMap(it -> it.labels().stream()).collect(Collectors.toSet());

    assertThat(labels).hasSize(13);
    for (var label : labels) {
      var labelled = mails.stream().filter(it -> it.labels().contains(label)).toList();
      assertThat(labelled.stream().filter(TriageMail::heldBack).count())
          .as(label)
          .isBetween(labelled.size() * 4L / 10, labelled.size() * 6L / 10);
    }
  }
}
