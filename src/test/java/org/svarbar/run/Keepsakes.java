package org.svarbar.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets that are made at the first start and kept in files that only their owner may read. */
final class Keepsakes {

  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_GROUPS = 4;
  private static final int PASSWORD_GROUP_LENGTH = 4;
  // without what is easily mistaken for something else
  private static final String PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  Keepsakes(Path folder) {
    this.folder = folder;
  }

  /** What Svarbar encrypts with, in Base64. */
  String secretKey() throws IOException {
    return kept("secret-key", Base64.getEncoder().encodeToString(bytes()));
  }

  /** What the demo helpdesk signs with. */
  String webhookSecret() throws IOException {
    return kept("webhook-secret", "whsec_" + Base64.getEncoder().encodeToString(bytes()));
  }

  /** What Svarbar shows the demo helpdesk. */
  String helpdeskToken() throws IOException {
    return kept("helpdesk-token", HexFormat.of().formatHex(bytes()));
  }

  /** A password that can be typed; not kept anywhere. */
  String newPassword() {
    var password = new StringBuilder();
    for (var i = 0; i < PASSWORD_GROUPS * PASSWORD_GROUP_LENGTH; i++) {
      if (i > 0 && i % PASSWORD_GROUP_LENGTH == 0) {
        password.append('-');
      }
      password.append(PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length())));
    }
    return password.toString();
  }

  /** Writes a file that only its owner may read. */
  static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text);
  }

  private String kept(String name, String fresh) throws IOException {
    var file = folder.resolve(name);
    if (!Files.exists(file)) {
      writePrivately(file, fresh + "\n");
    }
    return Files.readString(file).strip();
  }

  private byte[] bytes() {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
