package org.svarbar.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Folders of processes that were killed before they could take them away. */
final class Leftovers {

  private Leftovers() {}

  /**
   * @param prefix the folders' names begin with this, their process's id and a hyphen
   */
  static void remove(Path place, String prefix) throws IOException {
    try (var folders = Files.newDirectoryStream(place, prefix + "*-*")) {
      for (var folder : folders) {
        if (isLeft(folder, folder.getFileName().toString().substring(prefix.length()))) {
          UnpackedReader.delete(folder);
        }
      }
    }
  }

  private static boolean isLeft(Path folder, String idAndRest) throws IOException {
    var id = idAndRest.substring(0, idAndRest.indexOf('-'));
    if (!id.matches("\\d{1,18}")) {
      return false;
    }
    var own = ProcessHandle.current();
    return Long.parseLong(id) == own.pid()
        ? Files.getLastModifiedTime(folder)
            .toInstant()
            .isBefore(own.info().startInstant().orElse(Instant.MIN))
        : ProcessHandle.of(Long.parseLong(id)).isEmpty();
  }
}
