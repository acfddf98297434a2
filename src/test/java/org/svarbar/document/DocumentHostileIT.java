package org.svarbar.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.source.SourceForTests.at;
import static org.svarbar.source.SourceForTests.putUp;
import static org.svarbar.source.SourceForTests.reasons;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.svarbar.source.SourceForTests;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.DocumentFiles;
import org.svarbar.testing.Eventually;

/** A folder in which somebody laid everything that breaks programs that read documents. */
@ArquillianTest
@RunAsClient
class DocumentHostileIT {

  private static final String QUESTION = "Why does the lighthouse keeper whistle?";
  private static final String ANSWER = "He whistles to count the steps.";
  private static final String SECOND_QUESTION = "How heavy is the anchor of the museum?";
  private static final String SECOND_ANSWER = "It weighs nine tonnes.";

  /** A file of the machine that would show in an answer. */
  private static final String PASSWD = "file:///etc/passwd";

  private static final String POINTS_AT_A_FILE =
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + PASSWD + "\">]>";
  private static final String LAUGHS =
      "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
          + "<!ENTITY e \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

  private static final long MOST_GROWTH_MEGABYTES = 150;
  private static final long MOST_MILLIS = 2_000;

  private final DocumentFolderForTests folder = DocumentFolderForTests.create();
  private SourceForTests source;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @AfterEach
  void end() {
    if (source != null) {
      source.remove();
    }
  }

  @Test
  void refusesEachWithASentenceAndGoesOn() throws IOException {
    folder.with("good.docx", DocumentFiles.docx("# " + QUESTION, ANSWER));
    folder.with("zz-good.pdf", DocumentFiles.pdf(List.of(List.of(SECOND_QUESTION, SECOND_ANSWER))));
    source = putUp(at("documents", folder.path()));
    source.firstRun();
    source.secondsUntilAnswered(QUESTION, ANSWER);
    source.secondsUntilAnswered(SECOND_QUESTION, SECOND_ANSWER);
    var before = latencies(Duration.ofSeconds(5));
    var memoryBefore = ServerMemory.now();

    var hostile = hostile();
    hostile.forEach(folder::with);
    Files.createSymbolicLink(folder.folder().resolve("secret.md"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(folder.folder().resolve("etc"), Path.of("/etc"));
    var during = new ArrayList<Long>();
    var run = syncedWhileAsking(during);
    var memoryAfter = ServerMemory.now();
    var names = new ArrayList<>(hostile.keySet());
    names.addAll(List.of("secret.md", "etc"));
    names.forEach(name -> System.out.println(name + ": " + reasons(run, name)));
    System.out.println("suggestions before: " + figures(before));
    System.out.println("suggestions meanwhile: " + figures(during));
    System.out.println("memory before: " + memoryBefore + "; after: " + memoryAfter);

    assertThat(run.getString("outcome")).as("%s", run).isEqualTo("succeeded");
    assertThat(names).allSatisfy(name -> assertThat(reasons(run, name)).as(name).hasSize(1));
    assertThat(run.getInt("unchanged")).isEqualTo(2);
    assertThat(run.toString()).doesNotContain("root:");
    assertThat(source.answers(QUESTION)).contains(ANSWER);
    assertThat(source.answers(SECOND_QUESTION)).contains(SECOND_ANSWER);
    assertThat(percentile(during, 0.95)).isLessThan(MOST_MILLIS);
    assertThat(memoryAfter.megabytes() - memoryBefore.megabytes())
        .isLessThan(MOST_GROWTH_MEGABYTES);
    Eventually.soon().see("no process reads documents", ServerMemory::readers, List::isEmpty);
  }

  @Test
  void takesNoHostileDocumentTwice() {
    folder.with("good.docx", DocumentFiles.docx("# " + QUESTION, ANSWER));
    folder.with("forever.pdf", DocumentFiles.pdfThatTakesForever());
    source = putUp(at("documents", folder.path()));
    var first = source.firstRun();
    var from = System.nanoTime();
    var second = source.synced();

    assertThat(reasons(first, "forever.pdf")).singleElement().asString().contains("15 seconds");
    assertThat(reasons(second, "forever.pdf")).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(14));
  }

  private static Map<String, byte[]> hostile() {
    var pdf = DocumentFiles.pdf(List.of(List.of("A PDF")));
    var docx = DocumentFiles.docx("A document");
    var bomb = DocumentFiles.docxWithParts(Map.of("word/media/a.bin", 1_000_000_000L));
    var files = new LinkedHashMap<String, byte[]>();
    files.put("bomb.docx", bomb);
    files.put("bomb.zip", bomb);
    files.put("zip-in-zip.docx", DocumentFiles.zipOf("inner.zip", bomb));
    files.put("many-parts.docx", DocumentFiles.docxWithParts(parts(20_000)));
    files.put("climbs-out.docx", DocumentFiles.docxWithParts(Map.of("../../etc/cron.d/x", 9L)));
    files.put("laughs.docx", DocumentFiles.docxWithDeclaration(LAUGHS, "&e;"));
    files.put("xxe.docx", DocumentFiles.docxWithDeclaration(POINTS_AT_A_FILE, "&e;"));
    files.put("xxe.xlsx", DocumentFiles.docxWithDeclaration(POINTS_AT_A_FILE, "&e;"));
    files.put("xxe.html", (POINTS_AT_A_FILE + "<p>&e;</p>").getBytes(UTF_8));
    files.put("xfa.pdf", DocumentFiles.pdfWithXfa(PASSWD));
    files.put("10000-pages.pdf", DocumentFiles.pdfOfPages(10_000));
    files.put("400000-pages.pdf", DocumentFiles.pdfOfPages(400_000));
    files.put("forever.pdf", DocumentFiles.pdfThatTakesForever());
    files.put("scanned.pdf", DocumentFiles.pdfOfPages(2));
    files.put("encrypted.pdf", DocumentFiles.encryptedPdf(pdf));
    files.put("encrypted.docx", DocumentFiles.encryptedDocx(docx));
    files.put("cut-off.pdf", DocumentFiles.cutOff(pdf));
    files.put("cut-off.docx", DocumentFiles.cutOff(docx));
    files.put("empty.pdf", new byte[0]);
    files.put("empty.docx", new byte[0]);
    files.put("empty.html", new byte[0]);
    files.put("empty.md", new byte[0]);
    files.put("noise.pdf", "%PDF-1.7 noise %%EOF".getBytes(US_ASCII));
    files.put("html.pdf", "<script>alert(1)</script>".getBytes(US_ASCII));
    files.put("pdf.html", pdf);
    files.put("deep.html", "<div>".repeat(200_000).getBytes(US_ASCII));
    files.put("picture.png", DocumentFiles.pngOf(50_000, 50_000));
    files.put("picture.docx", DocumentFiles.pngOf(50_000, 50_000));
    return files;
  }

  private static Map<String, Long> parts(int count) {
    var parts = new TreeMap<String, Long>();
    for (var i = 0; i < count; i++) {
      parts.put("word/x" + i, 1L);
    }
    return parts;
  }

  private JsonObject syncedWhileAsking(List<Long> millis) {
    var ended = new AtomicBoolean();
    var asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!ended.get()) {
                    millis.add(latency());
                  }
                });
    try {
      return source.synced();
    } finally {
      ended.set(true);
      join(asking);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Long> latencies(Duration length) {
    var millis = new ArrayList<Long>();
    for (var end = System.nanoTime() + length.toNanos(); System.nanoTime() < end; ) {
      millis.add(latency());
    }
    return millis;
  }

  private long latency() {
    var from = System.nanoTime();
    assertThat(source.answers(QUESTION)).contains(ANSWER);
    return (System.nanoTime() - from) / 1_000_000;
  }

  private static String figures(List<Long> millis) {
    return millis.size()
        + " asked, p50 "
        + percentile(millis, 0.5)
        + " ms, p95 "
        + percentile(millis, 0.95)
        + " ms, p99 "
        + percentile(millis, 0.99)
        + " ms";
  }

  private static long percentile(List<Long> millis, double share) {
    return millis.stream().sorted().skip((long) (share * (millis.size() - 1))).findFirst().get();
  }
}
