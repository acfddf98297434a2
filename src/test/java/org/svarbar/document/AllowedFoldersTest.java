package org.svarbar.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svarbar.knowledge.Reason;

class AllowedFoldersTest {

  @TempDir Path folder;
  private AllowedFolders allowed;

  @BeforeEach
  void allow() throws IOException {
    Files.createDirectories(folder.resolve("manuals/it"));
    Files.createDirectories(folder.resolve("manuals-of-others"));
    allowed = AllowedFolders.of(" /does/not/exist , " + folder.resolve("manuals") + " ,");
  }

  @Test
  void allowsTheFolderAndWhatIsBelow() throws IOException {
    assertThat(allowed.judge(folder.resolve("manuals").toString()).folder())
        .contains(folder.resolve("manuals").toRealPath());
    assertThat(allowed.judge(folder.resolve("manuals/it/../it").toString()).refusal()).isEmpty();
  }

  @Test
  void allowsNothingElse() {
    assertThat(refusal(folder.resolve("manuals-of-others").toString())).isEqualTo("not-allowed");
    assertThat(refusal(folder + "/manuals/../manuals-of-others")).isEqualTo("not-allowed");
    assertThat(refusal("/etc")).isEqualTo("not-allowed");
    assertThat(refusal("manuals")).isEqualTo("not-allowed");
    assertThat(refusal("")).isEqualTo("not-allowed");
    assertThat(refusal("\0")).isEqualTo("not-allowed");
    assertThat(AllowedFolders.of("").judge("/").refusal()).isPresent();
  }

  @Test
  void looksBehindLinks() throws IOException {
    Files.createSymbolicLink(folder.resolve("manuals/way-out"), Path.of("/etc"));

    assertThat(refusal(folder.resolve("manuals/way-out").toString())).isEqualTo("not-allowed");
  }

  @Test
  void saysThatAFolderIsMissing() {
    assertThat(refusal(folder.resolve("manuals/gone").toString())).isEqualTo("missing");
  }

  private String refusal(String address) {
    return allowed
        .judge(address)
        .refusal()
        .map(Reason::code)
        .orElse("")
        .replace("document-folder-", "");
  }
}
