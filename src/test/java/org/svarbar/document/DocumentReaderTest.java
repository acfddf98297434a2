package org.svarbar.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svarbar.document.child.Kind;
import org.svarbar.testing.DocumentFiles;

class DocumentReaderTest {

  private static final String FILE_OF_THE_MACHINE = "file:///etc/passwd";
  private static final String POINTS_AT_A_FILE =
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + FILE_OF_THE_MACHINE + "\">]>";
  private static final String LAUGHS =
      "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
          + "<!ENTITY e \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

  private static final ReadingLimits LIMITS = ReadingLimits.of(192, 60, 50, 2000);

  @TempDir Path folder;

  private final DocumentReader reader = new DocumentReader(LIMITS);

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void readsPdf() {
    var pdf = DocumentFiles.pdf(List.of(List.of("Öppettider", "Vi har öppet åtta till fem.")));

    assertThat(html(Kind.PDF, pdf)).contains("Öppettider").contains("Vi har öppet åtta till fem.");
  }

  @Test
  void readsPdfWithTheHeadingsThatWereLeftInIt() {
    var pdf = DocumentFiles.taggedPdf(List.of("H1 Post", "H2 Priser", "P Tio kronor."));

    assertThat(html(Kind.PDF, pdf)).contains("<h1>Post</h1><h2>Priser</h2><p>Tio kronor.</p>");
  }

  @Test
  void readsWordWithItsHeadings() {
    var docx =
        DocumentFiles.docx("# Trådlöst nät", "Finns överallt.", "## Hur?", "Välj <hus> & gå.");

    assertThat(html(Kind.DOCX, docx))
        .contains("<h1>Trådlöst nät</h1>")
        .contains("<h2>Hur?</h2>")
        .contains("<p>Välj &lt;hus&gt; &amp; gå.</p>");
  }

  @Test
  void readsHtmlWithoutItsPrograms() {
    var html =
        "<html><head><title>Hjälp</title><style>p{}</style></head><body onload='x()'>"
            + "<script>x()</script><div>Ett</div><div>Två <b>tre</b><br>fyra</div>"
            + "<details><summary>Hur?</summary>Så.</details><img src=x></body></html>";
    var read = (Reading.Text) read(Kind.HTML, html.getBytes(StandardCharsets.UTF_8));

    assertThat(read.title()).isEqualTo("Hjälp");
    assertThat(read.html())
        .contains("<p>Ett</p>")
        .contains("<details><summary>Hur?</summary><p>Så.</p></details>")
        .doesNotContain("script", "style", "img", "x()");
  }

  @Test
  void refusesEachHostileDocumentWithASentence() {
    var good = DocumentFiles.pdf(List.of(List.of("Hej")));
    var docx = DocumentFiles.docx("Hej");
    var codes = new LinkedHashMap<String, String>();
    for (var each : hostile(good, docx).entrySet()) {
      var kind = Kind.valueOf(each.getKey().split(" ")[0]);
      codes.put(each.getKey(), refusal(kind, each.getValue()));
    }
    codes.forEach((what, code) -> System.out.println(what + ": " + code));

    assertThat(codes)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("PDF empty", "document-empty"),
                Map.entry("PDF of 10,000 pages", "document-too-many-pages"),
                Map.entry("PDF of ten million pages", "document-too-many-pages"),
                Map.entry("PDF that is HTML too", "document-other-kind"),
                Map.entry("HTML that is PDF too", "document-no-text"),
                Map.entry("PDF encrypted", "document-encrypted"),
                Map.entry("PDF cut off", "document-cut-off"),
                Map.entry("PDF with XFA", "document-form"),
                Map.entry("PDF without text", "document-no-text"),
                Map.entry("PDF of noise", "document-damaged"),
                Map.entry("PDF that is HTML", "document-other-kind"),
                Map.entry("HTML that is PDF", "document-other-kind"),
                Map.entry("HTML with entity", "document-declares-entities"),
                Map.entry("DOCX that is ZIP", "document-other-kind"),
                Map.entry("DOCX encrypted", "document-encrypted"),
                Map.entry("DOCX cut off", "document-damaged"),
                Map.entry("DOCX that points at a file", "document-declares-entities"),
                Map.entry("DOCX of laughs", "document-declares-entities"),
                Map.entry("DOCX bomb", "document-unpacks-too-large"),
                Map.entry("DOCX of many parts", "document-oddly-packed"),
                Map.entry("DOCX that climbs out", "document-oddly-packed")));
  }

  private static Map<String, byte[]> hostile(byte[] pdf, byte[] docx) {
    var all = new TreeMap<String, byte[]>();
    all.put("PDF empty", new byte[0]);
    all.put("PDF of 10,000 pages", DocumentFiles.pdfOfPages(10_000));
    all.put("PDF of ten million pages", DocumentFiles.pdfOfPagesOverAndOver());
    all.put("PDF that is HTML too", DocumentFiles.pdfThatIsHtmlToo(pdf));
    all.put("HTML that is PDF too", DocumentFiles.pdfThatIsHtmlToo(pdf));
    all.put("PDF encrypted", DocumentFiles.encryptedPdf(pdf));
    all.put("PDF cut off", DocumentFiles.cutOff(pdf));
    all.put("PDF with XFA", DocumentFiles.pdfWithXfa(FILE_OF_THE_MACHINE));
    all.put("PDF without text", DocumentFiles.pdfOfPages(1));
    all.put("PDF of noise", "%PDF-1.7 noise %%EOF".getBytes(StandardCharsets.US_ASCII));
    all.put("PDF that is HTML", "<p>Hej</p>".getBytes(StandardCharsets.US_ASCII));
    all.put("HTML that is PDF", pdf);
    all.put("HTML with entity", (POINTS_AT_A_FILE + "<p>&e;</p>").getBytes(StandardCharsets.UTF_8));
    all.put("DOCX that is ZIP", DocumentFiles.zip(Map.of("a.txt", "Hej")));
    all.put("DOCX encrypted", DocumentFiles.encryptedDocx(docx));
    all.put("DOCX cut off", DocumentFiles.cutOff(docx));
    all.put(
        "DOCX that points at a file", DocumentFiles.docxWithDeclaration(POINTS_AT_A_FILE, "&e;"));
    all.put("DOCX of laughs", DocumentFiles.docxWithDeclaration(LAUGHS, "&e;"));
    all.put("DOCX bomb", DocumentFiles.docxWithParts(Map.of("word/media/a.bin", 1_000_000_000L)));
    all.put("DOCX of many parts", DocumentFiles.docxWithParts(parts(6_000)));
    all.put("DOCX that climbs out", DocumentFiles.docxWithParts(Map.of("../../etc/cron.d/x", 9L)));
    return all;
  }

  private static Map<String, Long> parts(int count) {
    var parts = new TreeMap<String, Long>();
    for (var i = 0; i < count; i++) {
      parts.put("word/x" + i, 1L);
    }
    return parts;
  }

  @Test
  void readsOnAfterAProcessHadToBeKilled() {
    try (var impatient = new DocumentReader(ReadingLimits.of(128, 4, 50, 2000))) {
      var late = impatient.read(Kind.PDF, file(DocumentFiles.pdfThatTakesForever()));
      var next = impatient.read(Kind.DOCX, file(DocumentFiles.docx("Hej igen")));

      assertThat(((Reading.Refused) late).reason().code()).isEqualTo("document-timed-out");
      assertThat(((Reading.Text) next).html()).contains("Hej igen");
    }
  }

  @Test
  void readsOnAfterAProcessRanOutOfMemory() {
    try (var small = new DocumentReader(ReadingLimits.of(64, 60, 100, 100_000))) {
      var full = small.read(Kind.PDF, file(DocumentFiles.pdfOfPages(150_000)));
      var next = small.read(Kind.DOCX, file(DocumentFiles.docx("Hej igen")));

      assertThat(((Reading.Refused) full).reason().code()).isEqualTo("document-out-of-memory");
      assertThat(((Reading.Text) next).html()).contains("Hej igen");
    }
  }

  @Test
  void refusesLinksAndWhatIsNotThere() throws IOException {
    var secret = file(DocumentFiles.docx("Hemligt"));
    var link = Files.createSymbolicLink(folder.resolve("link.docx"), secret);

    assertThat(reader.read(Kind.DOCX, link)).isInstanceOf(Reading.Refused.class);
    assertThat(reader.read(Kind.DOCX, folder.resolve("nothing.docx")))
        .isInstanceOf(Reading.Refused.class);
  }

  @Test
  void leavesNoProcessAndNoFileBehind() {
    var before = ProcessHandle.current().children().count();
    try (var other = new DocumentReader(ReadingLimits.of(128, 60, 50, 2000))) {
      other.read(Kind.DOCX, file(DocumentFiles.docx("Hej")));
      assertThat(ProcessHandle.current().children().count()).isEqualTo(before + 1);
    }

    assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    assertThat(Path.of(System.getProperty("java.io.tmpdir")))
        .isDirectoryNotContaining("glob:**/svarbar-documents-*");
  }

  @Test
  void endsWithItsParentInTheMidstOfADocument() throws IOException, InterruptedException {
    try (var unpacked = UnpackedReader.unpack()) {
      var process = new ProcessBuilder(ReaderProcess.command(unpacked, LIMITS)).start();
      var document = DocumentFiles.pdfThatTakesForever();
      var out = new DataOutputStream(process.getOutputStream());
      out.writeUTF(Kind.PDF.name());
      out.writeInt(document.length);
      out.write(document);
      out.flush();
      assertThat(process.waitFor(2, TimeUnit.SECONDS)).isFalse();

      out.close();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void hasNoWayOutAndNoSecrets() throws IOException {
    try (var unpacked = UnpackedReader.unpack();
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var said = new String(waysOut(unpacked, server.getLocalPort()), StandardCharsets.UTF_8);

      assertThat(said.lines().filter(line -> line.startsWith("closed"))).hasSize(7);
      assertThat(said.lines().filter(line -> line.startsWith("environment")))
          .allMatch(line -> line.matches("environment (LANG|LC_\\w+|SystemRoot|_)"));
    }
  }

  private static byte[] waysOut(UnpackedReader unpacked, int port) throws IOException {
    var command =
        ReaderProcess.command(unpacked, LIMITS).stream()
            .map(word -> word.equals(unpacked.libraries()) ? testClasses() : word)
            .map(word -> word.replaceAll("child\\.Child$", "child.WaysOut"))
            .collect(Collectors.toCollection(ArrayList::new));
    command.add(Integer.toString(port));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("SVARBAR_SECRET_KEY", "secret"));
    ReaderProcess.clear(builder);
    return builder.start().getInputStream().readAllBytes();
  }

  private static String testClasses() {
    return System.getProperty("java.class.path");
  }

  private String html(Kind kind, byte[] document) {
    return ((Reading.Text) read(kind, document)).html();
  }

  private String refusal(Kind kind, byte[] document) {
    return switch (read(kind, document)) {
      case Reading.Text text -> "read: " + text.html();
      case Reading.Refused refused -> {
        assertThat(refused.reason().text(Locale.of("sv"))).isNotBlank();
        yield refused.reason().code();
      }
    };
  }

  private Reading read(Kind kind, byte[] document) {
    return reader.read(kind, file(document));
  }

  private Path file(byte[] content) {
    try {
      return Files.write(Files.createTempFile(folder, "document", ""), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
