package org.svarbar.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.ZipInputStream;

/**
 * The program that reads documents, with its libraries, as it lies in a folder of its own on this
 * machine's disk; gone with {@link #close}.
 *
 * @param libraries the class path, as Java writes it for a whole folder
 * @param work where the program may write
 * @param noHosts an empty list of hosts
 */
record UnpackedReader(Path folder, String libraries, Path work, Path noHosts)
    implements AutoCloseable {

  private static final String PACKED = "reader.zip";
  private static final String PREFIX = "svarbar-documents-";

  /** Unpacks it where this server keeps such files, and takes away what dead servers left there. */
  static UnpackedReader unpack() {
    var parent = System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir"));
    try {
      var place = Files.createDirectories(Path.of(parent));
      Leftovers.remove(place, PREFIX);
      var own = PREFIX + ProcessHandle.current().pid() + "-";
      var folder = Files.createTempDirectory(place, own);
      var libraries = Files.createDirectory(folder.resolve("libraries"));
      unpackInto(libraries);
      return new UnpackedReader(
          folder,
          libraries.resolve("*").toString(),
          Files.createDirectory(folder.resolve("work")),
          Files.createFile(folder.resolve("hosts")));
    } catch (IOException e) {
      throw new IllegalStateException("the document reader cannot be unpacked", e);
    }
  }

  private static void unpackInto(Path libraries) throws IOException {
    try (var packed = UnpackedReader.class.getResourceAsStream(PACKED);
        var zip = new ZipInputStream(packed)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, libraries.resolve(Path.of(entry.getName()).getFileName()));
      }
    }
  }

  /** Takes away what the last process left in its folder. */
  void clean() {
    try (var files = Files.list(work)) {
      for (var file : files.toList()) {
        delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path top) throws IOException {
    try (var files = Files.walk(top)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
