package org.svarbar.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;

/**
 * Finds Markdown files in a ZIP file, which may be hostile, and in a folder, which is the
 * operator's.
 */
final class MarkdownFiles {

  private static final int MOST_FILES = 10_000;
  private static final int LARGEST_WHOLE = 50_000_000;

  private MarkdownFiles() {}

  /**
   * Nothing is written to a disk; a name that would climb out of a folder is refused all the same.
   */
  static List<FoundForm> readZip(byte[] file) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
      return read(zip);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableImport("zip-broken");
    }
  }

  private static List<FoundForm> read(ZipInputStream zip) throws IOException {
    var found = new ArrayList<FoundForm>();
    var files = 0;
    var left = LARGEST_WHOLE;
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++files > MOST_FILES) {
        throw new UnreadableImport("zip-too-many-files", MOST_FILES);
      }
      var name = checked(entry.getName());
      var bytes = zip.readNBytes(left + 1);
      left -= bytes.length;
      if (left < 0) {
        throw new UnreadableImport("zip-too-large", LARGEST_WHOLE / 1_000_000);
      }
      if (isEntry(name)) {
        found.add(MarkdownForms.read(name, bytes));
      }
    }
    if (files == 0) {
      throw new UnreadableImport("zip-broken");
    }
    return found;
  }

  private static String checked(String name) {
    if (name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || Arrays.asList(name.split("/")).contains("..")) {
      throw new UnreadableImport("zip-path", name);
    }
    return name;
  }

  /** Names with a leading dot are the file system's and the packer's own. */
  private static boolean isEntry(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(MarkdownForms.SUFFIX)
        && Arrays.stream(path.split("/"))
            .noneMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
  }

  static List<FoundForm> readFolder(Path folder) {
    try (var paths = Files.walk(folder)) {
      var found = new ArrayList<FoundForm>();
      for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (isEntry(name)) {
          found.add(MarkdownForms.read(name, start(path)));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UnreadableImport("folder-unreadable", folder);
    }
  }

  /**
   * One byte more than is allowed, so that too large a file shows itself and is not read to its
   * end.
   */
  private static byte[] start(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      return file.readNBytes(MarkdownForms.LARGEST_FILE + 1);
    }
  }
}
