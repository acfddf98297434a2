package org.svarbar.document.child;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Goes once through the parts of a packed document and believes nothing that its directory says:
 * counts what really comes out, and looks into every XML part for declarations, which such a
 * document must not have (ECMA-376, part 2, 8.1.4).
 */
final class PackedParts {

  private static final int MOST_PARTS = 5_000;
  private static final String NO_DECLARATIONS =
      "http://apache.org/xml/features/disallow-doctype-decl";

  private long left;

  PackedParts(long mostBytes) {
    left = mostBytes;
  }

  void check(Path file) throws IOException, SAXException {
    try (var zip = new ZipFile(file.toFile())) {
      require(zip.size() <= MOST_PARTS, Fault.ODDLY_PACKED);
      for (var part : Collections.list(zip.entries())) {
        require(isInside(part.getName()), Fault.ODDLY_PACKED);
        try (var content = new Counted(zip.getInputStream(part))) {
          check(part.getName(), content);
          content.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
      require(
          zip.getEntry("[Content_Types].xml") != null && zip.getEntry("word/document.xml") != null,
          Fault.OTHER_KIND);
    }
  }

  private static boolean isInside(String name) {
    return !name.startsWith("/")
        && !name.contains("\\")
        && !name.contains(":")
        && !Arrays.asList(name.split("/")).contains("..");
  }

  private static void check(String name, InputStream content) throws IOException, SAXException {
    if (name.endsWith(".xml") || name.endsWith(".rels")) {
      try {
        xml().parse(new InputSource(content));
      } catch (SAXParseException e) {
        var declares = String.valueOf(e.getMessage()).contains("DOCTYPE");
        throw new Unusable(declares ? Fault.DECLARES_ENTITIES : Fault.DAMAGED);
      }
    }
  }

  private static XMLReader xml() throws SAXException {
    try {
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(NO_DECLARATIONS, true);
      var reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(new DefaultHandler());
      reader.setErrorHandler(new DefaultHandler());
      return reader;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("a Java machine without an XML parser", e);
    }
  }

  private static void require(boolean held, Fault otherwise) throws Unusable {
    if (!held) {
      throw new Unusable(otherwise);
    }
  }

  /** Stops where more has come out than all parts together may hold. */
  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int start, int most) throws IOException {
      var count = super.read(buffer, start, most);
      left -= Math.max(count, 0);
      if (left < 0) {
        throw new IOException(new Unusable(Fault.UNPACKS_TOO_LARGE));
      }
      return count;
    }

    /** An XML parser closes what it has read; the rest is counted all the same. */
    @Override
    public void close() {}
  }
}
