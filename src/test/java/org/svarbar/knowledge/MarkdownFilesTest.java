package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownFilesTest {

  private static final String ENTRY =
      """
      ---
      language: sv
      visibility: internal
      group: billing
      url: https://x.example/a
      review_on: 2027-01-31
      questions:
        - "Hur: får jag en kopia?"
        - När kommer den?
      ---

      Logga in.

      ---

      Klart.
      """;

  @TempDir Path folder;

  @Test
  void readsFrontMatterAndAnswer() {
    var found = MarkdownForms.read("help/invoice-copy.md", ENTRY.getBytes(StandardCharsets.UTF_8));

    assertThat(found.reasons()).isEmpty();
    assertThat(found.form().orElseThrow())
        .isEqualTo(
            new EntryForm(
                "invoice-copy",
                "sv",
                "internal",
                "billing",
                List.of("Hur: får jag en kopia?", "När kommer den?"),
                "\nLogga in.\n\n---\n\nKlart.\n",
                "",
                "https://x.example/a",
                "2027-01-31"));
  }

  @Test
  void refusesAFileWithoutFrontMatter() {
    var found = MarkdownForms.read("a.md", "# Hur?\n\nSå.\n".getBytes(StandardCharsets.UTF_8));

    assertThat(found.reasons()).extracting(Reason::code).containsExactly("front-matter-missing");
  }

  @Test
  void refusesATooLargeFileAndReadsTheOthers() {
    var large = "x".repeat(MarkdownForms.LARGEST_FILE + 1);
    var found = MarkdownFiles.readZip(zip(Map.of("a.md", large, "b.md", ENTRY)));

    assertThat(found).extracting(FoundForm::place).containsExactly("a.md", "b.md");
    assertThat(found.get(0).reasons()).extracting(Reason::code).containsExactly("file-too-large");
    assertThat(found.get(1).reasons()).isEmpty();
  }

  @Test
  void passesOverEverythingElseInAZipFile() {
    var found =
        MarkdownFiles.readZip(
            zip(
                Map.of(
                    "a.md", ENTRY, "b.txt", "x", ".hidden/c.md", ENTRY, "__MACOSX/._a.md", "x")));

    assertThat(found).extracting(FoundForm::place).containsExactly("a.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.md", "a/../../b.md", "/etc/a.md", "a\\..\\b.md", "C:/a.md"})
  void refusesAZipFileThatClimbsOutOfItself(String name) {
    assertThat(refusal(zip(Map.of(name, ENTRY)))).isEqualTo("zip-path");
  }

  @Test
  void refusesAZipFileThatUnpacksToMoreThanItsLimit() {
    var zeros = "0".repeat(30_000_000);
    var bomb = zip(Map.of("a.txt", zeros, "b.txt", zeros));

    assertThat(bomb.length).isLessThan(EntryImport.LARGEST_FILE);
    assertThat(refusal(bomb)).isEqualTo("zip-too-large");
  }

  @Test
  void refusesAZipFileWithTooManyFiles() {
    var many = new TreeMap<String, String>();
    for (var i = 0; i <= 10_000; i++) {
      many.put(i + ".md", "");
    }

    assertThat(refusal(zip(many))).isEqualTo("zip-too-many-files");
  }

  @Test
  void refusesWhatIsNoZipFile() {
    assertThat(refusal("no zip".getBytes(StandardCharsets.UTF_8))).isEqualTo("zip-broken");
    assertThat(refusal(new byte[0])).isEqualTo("zip-broken");
  }

  @Test
  void readsAFolderAndTheFoldersInIt() throws IOException {
    Files.createDirectories(folder.resolve("sv"));
    Files.writeString(folder.resolve("sv/b.md"), ENTRY);
    Files.writeString(folder.resolve("a.md"), ENTRY);
    Files.writeString(folder.resolve("readme.txt"), "x");

    assertThat(MarkdownFiles.readFolder(folder))
        .extracting(FoundForm::place)
        .containsExactly("a.md", "sv/b.md");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    var refusal =
        catchThrowableOfType(
            UnreadableImport.class, () -> MarkdownFiles.readFolder(folder.resolve("missing")));

    assertThat(refusal.reason().code()).isEqualTo("folder-unreadable");
  }

  private static String refusal(byte[] file) {
    return catchThrowableOfType(UnreadableImport.class, () -> MarkdownFiles.readZip(file))
        .reason()
        .code();
  }

  private static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
