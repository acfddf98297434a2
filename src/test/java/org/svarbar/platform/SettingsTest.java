package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting there is: what the file says of it, what the code reads, and what is refused. */
class SettingsTest {

  private static final Path CLASSES = Path.of("target/classes");

  /** A number that is too large, one that is too small, and what is nothing at all. */
  private static final List<String> HARDLY_EVER_RIGHT =
      List.of("999999999999", "-1", "P9999D", "PT0.001S", "relative", "ftp://x/", "\u0000", "");

  static List<Setting> all() {
    return Settings.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasAnExplanationAndADefaultThatIsRight(Setting setting) {
    assertThat(setting.explanation()).hasSizeGreaterThan(15);
    assertThat(setting.byDefault().flatMap(setting::refusal)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusesWrongValuesAndNamesKeyAndValue(Setting setting) {
    var tooLong = "x".repeat(5_000);
    var refused =
        Stream.concat(HARDLY_EVER_RIGHT.stream(), Stream.of(tooLong))
            .filter(value -> setting.refusal(value).isPresent())
            .toList();

    assertThat(refused).isNotEmpty();
    for (var value : refused) {
      var refusal = setting.refusal(value).orElseThrow();
      assertThat(refusal).contains(setting.key());
      if (setting.form().isSecret()) {
        assertThat(refusal).contains("not shown");
      } else {
        assertThat(refusal).contains("\"" + value + "\"");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void isRefusedJustOutsideOfItsRange(Setting setting) {
    var range =
        java.util.regex.Pattern.compile("whole number, (\\d+) to (\\d+)")
            .matcher(setting.form().words());
    if (range.matches()) {
      var least = Long.parseLong(range.group(1));
      var most = Long.parseLong(range.group(2));
      assertThat(setting.refusal(Long.toString(least - 1))).isPresent();
      assertThat(setting.refusal(Long.toString(least))).isEmpty();
      assertThat(setting.refusal(Long.toString(most))).isEmpty();
      assertThat(setting.refusal(Long.toString(most + 1))).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number, 0.5 to 1 | 0.5 1 0.75 | 0.49 1.01 NaN 1e-1",
        "duration, PT5S to PT24H, or PT0S | PT0S PT5S PT24H | PT4.9S PT24H1S 5 -PT10S",
        "one of none, onnx, endpoint | none onnx | NONE other none,onnx",
        "five numbers with commas, 0 to 100 | 1,2,3,4,5 | 1,2,3,4 1,2,3,4,101 1,2,3,4,x",
        "address | http://a.example.com https://a:1/b | a.example.com ftp://a http:///x http://",
        "addresses with commas | http://a:1 http://a,https://b:2 | http://a,b http://a,,http://b",
        "places that may be called, with commas, or nothing | http://a:* https://a,http://b | a *",
        "origins with commas | https://a,https://b:8443 | https://a/b https://a:*",
        "folders with commas | /a,/b/c | a /a,b",
        "secret: 32 bytes in Base64 | MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY= | MDEy %%%",
        "text of 2 to 3 characters | ab abc | a abcd"
      })
  void readsEachForm(String words, String right, String wrong) {
    var form = SettingForm.of(words.strip());

    assertThat(right.strip().split(" ")).allMatch(form.isRight());
    assertThat(wrong.strip().split(" ")).noneMatch(form.isRight());
  }

  @Test
  void isNamedAsTheCodeReadsIt() throws IOException {
    var written = all().stream().map(Setting::key).collect(Collectors.toSet());

    var read = new HashSet<>(injected());
    // they begin before anything is injected
    read.addAll(List.of(WholeBodies.WITHIN, LogInLimit.PER_MINUTE));

    assertThat(read).isSubsetOf(written).hasSize(written.size());
  }

  @Test
  void needsAForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.all(List.of("# what it is for", "svarbar.some.thing=1")));
  }

  @Test
  void mayHaveNoDefault() {
    var settings = Setting.all(List.of("# why", "#: secret: 32 bytes in Base64", "# svarbar.a="));

    assertThat(settings).extracting(Setting::byDefault).containsExactly(Optional.empty());
    assertThat(settings.getFirst().refusal("geheim")).get().asString().doesNotContain("geheim");
  }

  /** What any class asks MicroProfile Config to inject. */
  private static Set<String> injected() throws IOException {
    try (var files = Files.walk(CLASSES.resolve("org/svarbar"))) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.replaceFirst("\\.class$", "").replace('/', '.'))
          .flatMap(SettingsTest::keys)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> keys(String name) {
    try {
      var type = Class.forName(name, false, SettingsTest.class.getClassLoader());
      return Arrays.stream(type.getDeclaredFields())
          .flatMap(field -> Stream.ofNullable(field.getAnnotation(ConfigProperty.class)))
          .map(ConfigProperty::name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
