package org.svarbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is shipped is named with its licence, and nothing that is not shipped. */
class ShippedIT {

  private static final Path WAR = Path.of("target", "svarbar.war");
  private static final Path EMBEDDINGS = Path.of("target", "embeddings");
  private static final String OWN = "svarbar";

  @Test
  void eachLibraryIsNamedWithItsLicence() throws IOException {
    var named = named();

    var shipped = new ArrayList<>(libraries());
    shipped.addAll(librariesOfTheReader());
    shipped.remove(OWN);

    assertThat(shipped).hasSizeGreaterThan(50).allMatch(named::contains);
  }

  @Test
  void theModuleForEmbeddingsIsNamedToo() throws IOException {
    var artifacts = named().stream().map(it -> it.replaceAll("-\\d.*", "")).toList();
    try (var files = Files.walk(EMBEDDINGS)) {
      var jars = files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".jar"));

      assertThat(jars.map(ShippedIT::bare)).hasSize(4).allMatch(artifacts::contains);
    }
  }

  @Test
  void nothingElseIsNamed() throws IOException {
    var shipped = new ArrayList<>(libraries());
    shipped.addAll(librariesOfTheReader());
    // in folders of modules beside the WAR
    var beside = List.of("api", "gson", "onnxruntime", "postgresql", "tokenizers");

    assertThat(named())
        .allMatch(it -> shipped.contains(it) || beside.contains(it.replaceAll("-\\d.*", "")));
  }

  /** Artifact and version, as their files are called. */
  private static List<String> named() throws IOException {
    try (var war = new ZipFile(WAR.toFile());
        var text = war.getInputStream(war.getEntry("META-INF/third-party.txt"))) {
      return Pattern.compile("\\(([\\w.-]+):([\\w.-]+):([\\w.-]+) - ")
          .matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(it -> it.group(2) + "-" + it.group(3))
          .toList();
    }
  }

  private static List<String> libraries() throws IOException {
    try (var war = new ZipFile(WAR.toFile())) {
      return war.stream()
          .map(it -> it.getName())
          .filter(it -> it.startsWith("WEB-INF/lib/") && it.endsWith(".jar"))
          .map(ShippedIT::bare)
          .toList();
    }
  }

  private static List<String> librariesOfTheReader() throws IOException {
    try (var war = new ZipFile(WAR.toFile());
        var zip =
            war.getInputStream(war.getEntry("WEB-INF/classes/org/svarbar/document/reader.zip"))) {
      return jarsIn(zip);
    }
  }

  private static List<String> jarsIn(InputStream zip) throws IOException {
    var jars = new ArrayList<String>();
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip.readAllBytes()))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".jar")) {
          jars.add(bare(entry.getName()));
        }
      }
    }
    return jars;
  }

  private static String bare(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".jar".length());
  }
}
