package org.svarbar.document.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/** Looks at a document's bytes before a parser gets them. */
final class FirstLook {

  /** How documents that Word encrypts begin, and those of Word before 2007. */
  private static final byte[] COMPOUND_FILE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private static final byte[] PDF = bytes("%PDF-");
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** The name of a stream in a compound file, in the encoding of such names. */
  private static final String ENCRYPTED_PACKAGE =
      new String(
          "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

  private static final Pattern ENTITY = Pattern.compile("<!\\s*ENTITY", Pattern.CASE_INSENSITIVE);

  /** Programs that show PDFs look for the end as far from the file's end. */
  private static final int END_WITHIN = 1024;

  private FirstLook() {}

  static void at(Kind kind, Path file, long mostUnpackedBytes) throws IOException, SAXException {
    switch (kind) {
      case PDF -> atPdf(file);
      case DOCX -> atDocx(file, mostUnpackedBytes);
      case HTML -> atHtml(file);
    }
  }

  private static void atPdf(Path file) throws IOException, Unusable {
    require(startsWith(file, PDF), Fault.OTHER_KIND);
    require(end(file).contains("%%EOF"), Fault.CUT_OFF);
  }

  private static void atDocx(Path file, long mostUnpackedBytes) throws IOException, SAXException {
    if (startsWith(file, COMPOUND_FILE)) {
      throw new Unusable(isEncrypted(file) ? Fault.ENCRYPTED : Fault.OTHER_KIND);
    }
    require(startsWith(file, ZIP), Fault.OTHER_KIND);
    new PackedParts(mostUnpackedBytes).check(file);
  }

  private static void atHtml(Path file) throws IOException, Unusable {
    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
    require(
        text.indexOf('\0') < 0 || text.startsWith("ÿþ") || text.startsWith("þÿ"), Fault.OTHER_KIND);
    require(!startsWith(file, PDF) && !startsWith(file, ZIP), Fault.OTHER_KIND);
    require(!ENTITY.matcher(text.replace("\0", "")).find(), Fault.DECLARES_ENTITIES);
  }

  private static boolean isEncrypted(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(ENCRYPTED_PACKAGE);
  }

  private static boolean startsWith(Path file, byte[] bytes) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(bytes.length), bytes);
    }
  }

  private static String end(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      var size = (int) Math.min(END_WITHIN, channel.size());
      channel.position(channel.size() - size);
      var end = java.nio.ByteBuffer.allocate(size);
      while (end.hasRemaining() && channel.read(end) >= 0) {}
      return new String(end.array(), StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void require(boolean held, Fault otherwise) throws Unusable {
    if (!held) {
      throw new Unusable(otherwise);
    }
  }
}
