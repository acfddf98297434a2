package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;

/** Customers and agents are told the same in each language. */
class HelpTextsTest {

  private static final Path FOLDER = Path.of("src/main/resources/org/svarbar/selfservice");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @ValueSource(strings = {"help", "handover"})
  void saysTheSameInEachLanguage(String bundle) throws IOException {
    var english = texts(bundle, "en");

    for (var language : Languages.ALL) {
      var texts = texts(bundle, language.getLanguage());
      assertThat(texts.keySet()).as(language.getLanguage()).isEqualTo(english.keySet());
      for (var key : english.stringPropertyNames()) {
        var text = texts.getProperty(key);
        assertThat(text).as("%s in %s", key, language).isNotBlank().doesNotContain("'");
        assertThat(places(text)).as(key).isEqualTo(places(english.getProperty(key)));
      }
    }
  }

  private static TreeSet<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(String bundle, String language) throws IOException {
    var texts = new Properties();
    try (var reader =
        Files.newBufferedReader(FOLDER.resolve(bundle + "_" + language + ".properties"))) {
      texts.load(reader);
    }
    return texts;
  }
}
