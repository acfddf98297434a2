package org.svarbar.embedding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.List;
import org.svarbar.platform.Sha256;

/** A folder of this machine with a model and its tokenizer, which the operator put there. */
record ModelFolder(Path folder) {

  /** Where most exports of larger models keep their weights. */
  private static final List<String> WEIGHTS = List.of("model.onnx_data", "model.onnx.data");

  /**
   * @throws IllegalStateException when it is no folder or something is missing; it names `key`
   */
  static ModelFolder of(String key, String setting) {
    var folder = new ModelFolder(path(key, setting));
    if (!Files.isDirectory(folder.folder())) {
      throw new IllegalStateException(key + " is no folder that can be read: " + setting);
    }
    for (var file : List.of(folder.model(), folder.tokenizer())) {
      if (!Files.isReadable(file)) {
        throw new IllegalStateException(
            key + " has no " + file.getFileName() + " that can be read: " + setting);
      }
    }
    return folder;
  }

  private static Path path(String key, String setting) {
    try {
      var path = Path.of(setting);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new IllegalStateException(key + " is no path: " + setting, e);
    }
    throw new IllegalStateException(key + " is no absolute path: " + setting);
  }

  Path model() {
    return folder.resolve("model.onnx");
  }

  Path tokenizer() {
    return folder.resolve("tokenizer.json");
  }

  /** What is in it, in 16 characters. */
  String hash() {
    try {
      var digest = Sha256.begun();
      try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        Files.copy(model(), sink);
        Files.copy(tokenizer(), sink);
        for (var weights : WEIGHTS) {
          if (Files.exists(folder.resolve(weights))) {
            Files.copy(folder.resolve(weights), sink);
          }
        }
      }
      return Sha256.hex(digest).substring(0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
