package org.svarbar.admin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svarbar.platform.Languages;

/** The console says the same in each language, and nothing that it does not have words for. */
class ConsoleTextsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
  // named("kind.", name), "state." + name, or "error." + kind + ".title"
  private static final Pattern JOINED =
      Pattern.compile("\"([a-z][a-z0-9.-]*\\.)\"(?:\\s*\\+[^\"+;]+\\+\\s*\"(\\.[a-z0-9.-]+)\")?");

  static Stream<Locale> languages() {
    return Languages.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasEveryTextInEachLanguage(Locale language) {
    assertThat(texts(language).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english().stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void leavesNoTextEmpty(Locale language) {
    assertThat(texts(language)).noneSatisfy((key, text) -> assertThat((String) text).isBlank());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void fillsTheSamePlacesInEachLanguage(Locale language) {
    var texts = texts(language);

    for (var key : english().stringPropertyNames()) {
      assertThat(placeholders(texts.getProperty(key)))
          .as("%s in %s", key, language)
          .isEqualTo(placeholders(english().getProperty(key)));
    }
  }

  /** A plain apostrophe would switch the placeholders off. */
  @ParameterizedTest
  @MethodSource("languages")
  void writesApostrophesAsTypographersDo(Locale language) {
    assertThat(texts(language)).noneSatisfy((key, text) -> assertThat((String) text).contains("'"));
  }

  @Test
  void usesEveryText() {
    var unused = new TreeSet<>(english().stringPropertyNames());
    unused.removeAll(literals());

    JOINED
        .matcher(sources())
        .results()
        .forEach(
            joined ->
                unused.removeIf(
                    key ->
                        key.startsWith(joined.group(1))
                            && (joined.group(2) == null || key.endsWith(joined.group(2)))));

    assertThat(unused).isEmpty();
  }

  @Test
  void hasEveryTextThatIsUsed() {
    var known = english().stringPropertyNames();
    var families = known.stream().map(key -> key.split("\\.")[0]).toList();

    var missing =
        literals().stream()
            .filter(literal -> families.contains(literal.split("\\.")[0]))
            .filter(literal -> !known.contains(literal))
            .toList();

    assertThat(missing).isEmpty();
  }

  private static Properties english() {
    return texts(Languages.ENGLISH);
  }

  private static Properties texts(Locale language) {
    var texts = new Properties();
    var file = "console_" + language.getLanguage() + ".properties";
    try (var reader =
        Files.newBufferedReader(Path.of("src/main/resources/org/svarbar/admin", file))) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> literals() {
    return LITERAL
        .matcher(sources())
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String sources() {
    return Stream.of("src/main/jte/admin", "src/main/java/org/svarbar/admin")
        .flatMap(ConsoleTextsTest::filesIn)
        .map(ConsoleTextsTest::read)
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
}
