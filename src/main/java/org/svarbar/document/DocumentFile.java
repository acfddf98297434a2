package org.svarbar.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import org.svarbar.platform.Sha256;

/**
 * A file as it was listed.
 *
 * @param size in bytes
 * @param look its size and when it was changed, as far as the disk knows: as long as that stays, so
 *     does the rest
 */
record DocumentFile(DocumentName name, Path path, long size, String look) {

  static DocumentFile of(DocumentName name, Path path, BasicFileAttributes attributes) {
    var modified = attributes.lastModifiedTime().toInstant();
    return new DocumentFile(name, path, attributes.size(), attributes.size() + "@" + modified);
  }

  DocumentType type() {
    return DocumentType.find(name.ending()).orElseThrow();
  }

  /** A number that is another one when the content is. */
  String hash() throws IOException {
    try (var in = open()) {
      var digest = Sha256.begun();
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return Sha256.hex(digest);
    }
  }

  /** The first bytes, at most so many. */
  byte[] beginning(int most) throws IOException {
    try (var in = open()) {
      return in.readNBytes(most);
    }
  }

  private InputStream open() throws IOException {
    return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
  }
}
