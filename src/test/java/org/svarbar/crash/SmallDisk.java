package org.svarbar.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in a file, so that a disk can be full. To mount it takes root. */
final class SmallDisk implements Closeable {

  private static final String SIZE = "3G";
  private static final int AT_A_TIME = 1 << 20;

  private final Path image;
  private final Path mountedAt;
  private final Path filling;

  private SmallDisk(Path image, Path mountedAt) {
    this.image = image;
    this.mountedAt = mountedAt;
    this.filling = mountedAt.resolve("filling");
  }

  /** Whether this user may have one. */
  static boolean isPossible() {
    return "root".equals(System.getProperty("user.name"));
  }

  /**
   * @param folder which it is seen as from now on
   */
  static SmallDisk mountedAt(Path folder) throws IOException {
    var image = folder.resolveSibling(folder.getFileName() + ".image");
    command("truncate", "--size=" + SIZE, image.toString());
    command("mkfs.ext4", "-q", "-F", image.toString());
    command("mount", "-o", "loop", image.toString(), folder.toString());
    return new SmallDisk(image, folder);
  }

  /** Writes until nothing more fits. */
  void fill() {
    try (var out = Files.newOutputStream(filling)) {
      fill(out, new byte[AT_A_TIME]);
      fill(out, new byte[1]);
    } catch (IOException e) {
      // closing says once more that it is full
    }
    if (mountedAt.toFile().getUsableSpace() > AT_A_TIME) {
      throw new IllegalStateException(mountedAt + " is not full");
    }
  }

  private static void fill(OutputStream out, byte[] piece) {
    try {
      while (true) {
        out.write(piece);
      }
    } catch (IOException e) {
      // full
    }
  }

  void free() {
    try {
      Files.deleteIfExists(filling);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    command("umount", "--lazy", mountedAt.toString());
    Files.delete(image);
  }

  private static void command(String... words) throws IOException {
    var process = new ProcessBuilder(words).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(List.of(words) + " ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
