package org.svarbar.panel;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svarbar.platform.Languages;

/** The panel says the same in each language, and has no word too few or too many. */
class PanelTextsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");
  private static final List<String> FAMILIES = List.of("language.", "reason.", "error.");

  static Stream<Locale> languages() {
    return Languages.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void saysTheSameInEachLanguage(Locale language) {
    var texts = texts(language);
    var english = texts(Languages.ENGLISH);

    assertThat(texts.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(texts.getProperty(key)).as("%s in %s", key, language).isNotBlank();
      assertThat(texts.getProperty(key)).as("%s in %s", key, language).doesNotContain("'");
      assertThat(placeholders(texts.getProperty(key)))
          .as("%s in %s", key, language)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @Test
  void usesEveryText() {
    var used = literals();

    var unused = new TreeSet<>(texts(Languages.ENGLISH).stringPropertyNames());
    unused.removeAll(used);
    unused.removeIf(key -> FAMILIES.stream().anyMatch(key::startsWith));

    assertThat(unused).isEmpty();
  }

  @Test
  void hasAWordForEachReason() {
    assertThat(texts(Languages.ENGLISH).stringPropertyNames())
        .containsAll(
            Stream.of(PanelAct.Reason.values()).map(reason -> "reason." + reason.word()).toList());
  }

  private static TreeSet<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(toCollection(TreeSet::new));
  }

  private static TreeSet<String> literals() {
    return LITERAL
        .matcher(sources())
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String sources() {
    return Stream.of("src/main/jte/panel", "src/main/java/org/svarbar/panel")
        .flatMap(PanelTextsTest::filesIn)
        .map(PanelTextsTest::read)
        .collect(joining("\n"));
  }

  private static Stream<Path> filesIn(String folder) {
    try (var files = Files.list(Path.of(folder))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties texts(Locale language) {
    var texts = new Properties();
    var file = "panel_" + language.getLanguage() + ".properties";
    try (var reader =
        Files.newBufferedReader(Path.of("src/main/resources/org/svarbar/panel", file))) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
