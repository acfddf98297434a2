package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Languages;

class ReasonTest {

  @Test
  void isToldInTheReadersLanguage() {
    var reason = Reason.of("csv-column-missing", "answer");

    assertThat(reason.text(Languages.SWEDISH)).isEqualTo("Kolumnen ”answer” saknas i första raden");
    assertThat(reason.text(Languages.ENGLISH)).contains("“answer”");
  }

  @Test
  void hasTheSameTextsInEachLanguage() {
    var english = keys(Languages.ENGLISH);

    for (var language : Languages.ALL) {
      assertThat(keys(language)).as("%s", language).isEqualTo(english);
    }
  }

  @Test
  void quotesOnlyTheBeginningOfALongValue() {
    assertThat(Reason.of("url-unusable", "x".repeat(500)).values().getFirst()).hasSize(81);
  }

  private static Set<String> keys(Locale language) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
    var bundle = ResourceBundle.getBundle("org.svarbar.knowledge.import", language, control);
    var keys = new TreeSet<String>();
    for (var key : bundle.keySet()) {
      keys.add(key + placeholders(bundle.getString(key)));
    }
    return keys;
  }

  private static Set<String> placeholders(String text) {
    var found = new ArrayList<String>();
    var matcher = java.util.regex.Pattern.compile("\\{[0-9]}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return new TreeSet<>(found);
  }
}
