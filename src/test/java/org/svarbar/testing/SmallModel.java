package org.svarbar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A small English model, all-MiniLM-L6-v2 (quantised, mean of its tokens, 384 dimensions), as an
 * operator would lay it down.
 */
public final class SmallModel {

  private static final Map<String, String> FILES =
      Map.of(
          "all-minilm-l6-v2-q.onnx", "model.onnx",
          "all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");

  private SmallModel() {}

  /** A new folder with it, in `parent`. */
  public static Path in(Path parent) {
    try {
      var folder = Files.createDirectories(parent.resolve("minilm"));
      for (var file : FILES.entrySet()) {
        try (var content = SmallModel.class.getResourceAsStream("/" + file.getKey())) {
          Files.copy(
              Objects.requireNonNull(content, file.getKey()), folder.resolve(file.getValue()));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
