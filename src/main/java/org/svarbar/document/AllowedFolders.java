package org.svarbar.document;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.svarbar.knowledge.Reason;

/**
 * Below which folders of this machine documents may be read. The operator says so, since an
 * administrator of the console must not read what else lies on the server.
 */
record AllowedFolders(List<Path> folders) {

  /** A folder, or why it is not read; one of the two is empty. */
  record Judged(Optional<Path> folder, Optional<Reason> refusal) {

    static Judged refused(String code, Object... values) {
      return new Judged(Optional.empty(), Optional.of(Reason.of(code, values)));
    }
  }

  /**
   * @param setting absolute paths between commas; empty: none
   */
  static AllowedFolders of(String setting) {
    return new AllowedFolders(
        Arrays.stream(setting.split(","))
            .map(String::strip)
            .filter(Predicate.not(String::isEmpty))
            .map(Path::of)
            .toList());
  }

  /** Looks where the address really is, behind all links and dots. */
  Judged judge(String address) {
    return path(address)
        .map(path -> judge(path, address))
        .orElseGet(() -> Judged.refused("document-folder-not-allowed", address));
  }

  private Judged judge(Path path, String address) {
    if (!contains(path.normalize(), folders)) {
      return Judged.refused("document-folder-not-allowed", address);
    }
    var real = real(path);
    if (real.isEmpty()) {
      return Judged.refused("document-folder-missing", address);
    }
    return contains(real.get(), folders.stream().flatMap(it -> real(it).stream()).toList())
        ? new Judged(real, Optional.empty())
        : Judged.refused("document-folder-not-allowed", address);
  }

  private static Optional<Path> path(String address) {
    try {
      return Optional.of(Path.of(address)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean contains(Path path, List<Path> folders) {
    return folders.stream().anyMatch(path::startsWith);
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
