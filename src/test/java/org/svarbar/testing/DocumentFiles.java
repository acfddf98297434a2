package org.svarbar.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes documents: those that a house has, and those that somebody made to do harm. */
public final class DocumentFiles {

  private static final String TYPES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
      </Types>
      """;

  private static final String RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
      </Relationships>
      """;

  private static final String DOCUMENT_RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
      </Relationships>
      """;

  /** As a Swedish Word writes it: the ids are Swedish, the names are not. */
  private static final String STYLES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
      </w:styles>
      """;

  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  private DocumentFiles() {}

  /** A PDF whose pages hold these lines; `# ` before a line sets it large. */
  public static byte[] pdf(List<List<String>> pages) {
    var objects = new ArrayList<String>();
    var kids = new StringBuilder();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("");
    objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    for (var lines : pages) {
      var stream = lines(lines);
      objects.add(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents "
              + (objects.size() + 2)
              + " 0 R>>");
      kids.append(objects.size()).append(" 0 R ");
      objects.add("<</Length " + stream.length() + ">>stream\n" + stream + "\nendstream");
    }
    objects.set(1, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
    return pdfOf(objects);
  }

  /** A PDF of one page that says what its lines are, such as `H1 Priser` and `P Tio kronor.` */
  public static byte[] taggedPdf(List<String> lines) {
    var stream = new StringBuilder("BT 50 780 Td 16 TL /F 11 Tf ");
    var elements = new ArrayList<String>();
    var kids = new StringBuilder();
    for (var line : lines) {
      var tag = line.substring(0, line.indexOf(' '));
      var id = elements.size();
      stream.append(
          "/%s <</MCID %d>> BDC (%s) Tj T* EMC "
              .formatted(tag, id, line.substring(tag.length() + 1)));
      kids.append(id + 8).append(" 0 R ");
      elements.add("<</Type/StructElem/S/%s/P 7 0 R/Pg 3 0 R/K %d>>".formatted(tag, id));
    }
    stream.append("ET");
    var objects =
        new ArrayList<>(
            List.of(
                "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents 0/Contents 4 0 R"
                    + "/Resources<</Font<</F 5 0 R>>>>>>",
                "<</Length " + stream.length() + ">>stream\n" + stream + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                "<</Type/StructTreeRoot/K 7 0 R>>",
                "<</Type/StructElem/S/Document/P 6 0 R/K[" + kids + "]>>"));
    objects.addAll(elements);
    return pdfOf(objects);
  }

  /** As many empty pages, all of them the same object. */
  public static byte[] pdfOfPages(int pages) {
    var objects = new ArrayList<String>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("");
    var kids = new StringBuilder();
    for (var i = 0; i < pages; i++) {
      objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>");
      kids.append(i + 3).append(" 0 R ");
    }
    objects.set(1, "<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
    return pdfOf(objects);
  }

  /**
   * A page that draws something ten times, each of which draws something ten times, and so on: a
   * few hundred bytes for an eternity.
   */
  public static byte[] pdfThatTakesForever() {
    var objects = new ArrayList<String>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    objects.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            + "/Resources<</XObject<</X 5 0 R>>>>>>");
    var tenTimes = "/X Do ".repeat(10);
    objects.add("<</Length " + tenTimes.length() + ">>stream\n" + tenTimes + "\nendstream");
    for (var level = 0; level < 20; level++) {
      objects.add(
          "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X "
              + (objects.size() + 2)
              + " 0 R>>>>/Length "
              + tenTimes.length()
              + ">>stream\n"
              + tenTimes
              + "\nendstream");
    }
    objects.add("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream");
    return pdfOf(objects);
  }

  /** A form in Adobe's XML, which wants a file of the machine that reads it. */
  public static byte[] pdfWithXfa(String entity) {
    var xfa =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \""
            + entity
            + "\">]><xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><field name=\"f\">"
            + "<value><text>&e;</text></value></field></xdp:xdp>";
    var page = lines(List.of("Please wait..."));
    return pdfOf(
        List.of(
            "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 4 0 R>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
                + "/Resources<</Font<</F 6 0 R>>>>>>",
            "<</Length " + xfa.length() + ">>stream\n" + xfa + "\nendstream",
            "<</Length " + page.length() + ">>stream\n" + page + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));
  }

  /** The same PDF, opened only with a password. */
  public static byte[] encryptedPdf(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Word document; `# ` and `## ` begin headings. */
  public static byte[] docx(String... paragraphs) {
    var body = new StringBuilder();
    for (var paragraph : paragraphs) {
      var level = paragraph.startsWith("## ") ? 2 : paragraph.startsWith("# ") ? 1 : 0;
      var style = level == 0 ? "Normal" : "Rubrik" + level;
      var text = level == 0 ? paragraph : paragraph.substring(level + 1);
      body.append("<w:p><w:pPr><w:pStyle w:val=\"")
          .append(style)
          .append("\"/></w:pPr><w:r><w:t xml:space=\"preserve\">")
          .append(text.replace("&", "&amp;").replace("<", "&lt;"))
          .append("</w:t></w:r></w:p>");
    }
    return zip(docxParts("", body.toString()));
  }

  /** A Word document whose text is declared first. */
  public static byte[] docxWithDeclaration(String declaration, String text) {
    return zip(docxParts(declaration, "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"));
  }

  /** A Word document with more in it: the parts' names and how many zeros each holds. */
  public static byte[] docxWithParts(Map<String, Long> zeros) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : docxParts("", "<w:p><w:r><w:t>Hej</w:t></w:r></w:p>").entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
      for (var part : zeros.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        writeZeros(zip, part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The same Word document, opened only with a password. */
  public static byte[] encryptedDocx(byte[] docx) {
    try (var files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("hemligt");
      try (OutputStream plain = encryptor.getDataStream(files)) {
        plain.write(docx);
      }
      var out = new ByteArrayOutputStream();
      files.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A PDF whose seven lists of ten each name the next one ten times over: ten million pages. */
  public static byte[] pdfOfPagesOverAndOver() {
    var objects = new ArrayList<String>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    for (var level = 0; level < 7; level++) {
      var kids = ((level + 3) + " 0 R ").repeat(10);
      var count = (long) Math.pow(10, 7 - level);
      var parent = level == 0 ? "" : "/Parent " + (level + 1) + " 0 R";
      objects.add("<</Type/Pages" + parent + "/Count " + count + "/Kids[" + kids + "]>>");
    }
    objects.add("<</Type/Page/Parent 8 0 R/MediaBox[0 0 595 842]/Resources<<>>>>");
    return pdfOf(objects);
  }

  /** A PDF that a browser would take for a page: it begins with one. */
  public static byte[] pdfThatIsHtmlToo(byte[] pdf) {
    var html = "<html><script>alert(1)</script><!--\n".getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(html.length + pdf.length).put(html).put(pdf).array();
  }

  /** A ZIP file of these names and texts. */
  public static byte[] zip(Map<String, String> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A ZIP file with one thing in it. */
  public static byte[] zipOf(String name, byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The beginning of a picture that says it is of this size. */
  public static byte[] pngOf(int width, int height) {
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
        .putInt(13)
        .put("IHDR".getBytes(StandardCharsets.US_ASCII))
        .putInt(width)
        .putInt(height)
        .put(new byte[] {8, 6, 0, 0, 0})
        .putInt(0)
        .array();
  }

  /** The first half. */
  public static byte[] cutOff(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  private static Map<String, String> docxParts(String declaration, String body) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", TYPES);
    parts.put("_rels/.rels", RELATIONS);
    parts.put("word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
    parts.put("word/styles.xml", STYLES);
    parts.put(
        "word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + declaration
            + ("<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>"));
    return parts;
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void writeZeros(OutputStream out, long count) throws IOException {
    var zeros = new byte[1 << 16];
    for (var left = count; left > 0; left -= zeros.length) {
      out.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
  }

  private static String lines(List<String> lines) {
    var stream = new StringBuilder("BT 50 780 Td 16 TL ");
    for (var line : lines) {
      var text = line.startsWith("# ") ? line.substring(2) : line;
      stream
          .append(line.startsWith("# ") ? "/F 18 Tf (" : "/F 11 Tf (")
          .append(text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)"))
          .append(") Tj T* ");
    }
    return stream.append("ET").toString();
  }

  private static byte[] pdfOf(List<String> objects) {
    var pdf = new StringBuilder("%PDF-1.7\n");
    var places = new ArrayList<Integer>();
    for (var i = 0; i < objects.size(); i++) {
      places.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    var table = pdf.length();
    pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> pdf.append("%010d 00000 n %n".formatted(place)));
    pdf.append("trailer<</Root 1 0 R/Size ").append(objects.size() + 1);
    pdf.append(">>\nstartxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
