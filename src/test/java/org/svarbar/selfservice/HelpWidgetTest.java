package org.svarbar.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HelpWidgetTest {

  private static final Path FOLDER = Path.of("src/main/resources/org/svarbar/selfservice");
  private static final int MOST_BYTES = 12_000;
  private static final Pattern TEXT = Pattern.compile("#text\\(\"([a-z.-]+)\"");

  @Test
  void isSmall() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Files.readAllBytes(FOLDER.resolve("help-widget.js")));
    }

    System.out.printf(
        "help-widget.js with its CSS: %d bytes gzip, limit %d%n", packed.size(), MOST_BYTES);
    assertThat(packed.size()).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void touchesNeitherCookiesNorHtmlNorTheRestOfThePage() throws IOException {
    assertThat(script())
        .doesNotContain(
            "document.cookie",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "DOMParser",
            "localStorage",
            "eval(",
            "new Function",
            ".style",
            "import(");
  }

  @Test
  void hasATextForAllThatItSays() throws IOException {
    var texts = new Properties();
    try (var reader = Files.newBufferedReader(FOLDER.resolve("help_en.properties"))) {
      texts.load(reader);
    }
    var said = new TreeSet<String>();
    TEXT.matcher(script()).results().forEach(it -> said.add("widget." + it.group(1)));

    assertThat(said).hasSizeGreaterThan(15);
    assertThat(texts.stringPropertyNames()).containsAll(said);
  }

  private static String script() throws IOException {
    return Files.readString(FOLDER.resolve("help-widget.js"));
  }
}
