package org.svarbar.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {

  private static final ReadingLimits LIMITS = ReadingLimits.of(256, 60, 50, 2000);

  @TempDir Path folder;

  @Test
  void listsDocumentsAndNamesWhatItDoesNotRead() throws IOException {
    for (var name :
        List.of("b.PDF", "a/c.docx", "a/.hidden.md", ".git/x.md", "~$c.docx", "x.xlsx", "README")) {
      put(name, "x");
    }
    Files.createSymbolicLink(folder.resolve("passwords.md"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(folder.resolve("etc"), Path.of("/etc"));
    var listing = FolderListing.of(folder);

    assertThat(listing.files())
        .extracting(file -> file.name().path())
        .containsExactly("a/c.docx", "b.PDF");
    assertThat(listing.refused())
        .extracting(refused -> refused.place() + " " + refused.reason().code())
        .containsExactlyInAnyOrder(
            "x.xlsx document-kind-unknown",
            "README document-kind-unknown",
            "passwords.md document-link",
            "etc document-link");
  }

  @Test
  void remembersAFileUntilItChanges() throws IOException {
    put("a.md", "one");
    var memory = Memory.of(LIMITS, file()).text(file());

    assertThat(isOf(memory, LIMITS)).isTrue();
    assertThat(isOf(memory, ReadingLimits.of(512, 60, 50, 2000))).isFalse();
    assertThat(isOf("nonsense", LIMITS)).isFalse();

    Files.setLastModifiedTime(folder.resolve("a.md"), FileTime.fromMillis(1_000_000));
    assertThat(isOf(memory, LIMITS)).isTrue();

    put("a.md", "two");
    assertThat(isOf(memory, LIMITS)).isFalse();
  }

  private boolean isOf(String memory, ReadingLimits limits) throws IOException {
    return Memory.of(limits, file()).isOf(file(), memory);
  }

  private DocumentFile file() {
    return FolderListing.of(folder).files().getFirst();
  }

  private void put(String name, String content) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), content);
  }
}
