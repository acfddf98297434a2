package org.svarbar.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A folder that the server of the tests may read. */
record DocumentFolderForTests(Path folder) {

  static DocumentFolderForTests create() {
    var allowed = Path.of(System.getProperty("it.folder"), "documents").toAbsolutePath();
    try {
      return new DocumentFolderForTests(
          Files.createDirectories(allowed.resolve(UUID.randomUUID().toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path() {
    return folder.toString();
  }

  void with(String name, String content) {
    with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  void with(String name, byte[] content) {
    var file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void without(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
