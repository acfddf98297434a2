package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Measures on all sample mails how much of what customers wrote is left, and how much of what they
 * did not.
 */
class MailCorpusTest {

  @Test
  void leavesWhatTheCustomerWroteNow() throws IOException, URISyntaxException {
    var folder = Path.of(MailCorpusTest.class.getResource("/text/mails").toURI());
    var counts = new Counts();
    try (var files = Files.list(folder)) {
      files.filter(file -> !file.toString().endsWith(".expected")).sorted().forEach(counts::add);
    }

    System.out.println(counts);
    assertThat(counts.mails).isGreaterThanOrEqualTo(120);
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(counts.recall()).isGreaterThanOrEqualTo(0.98);
    assertThat(counts.exact()).isGreaterThanOrEqualTo(0.95);
  }

  private static final class Counts {

    final List<String> wrong = new ArrayList<>();
    int mails;
    int left;
    int written;
    int both;

    void add(Path mail) {
      var name = mail.getFileName().toString();
      var expected =
          read(mail.resolveSibling(name.replaceFirst("\\.[a-z]+$", ".expected"))).strip();
      var actual = MailText.of("", read(mail), name.endsWith(".html")).text();
      var right = filled(expected);
      var got = filled(actual);
      mails++;
      written += right.size();
      left += got.size();
      got.forEach(line -> both += right.remove(line) ? 1 : 0);
      if (!actual.equals(expected)) {
        wrong.add(name);
      }
    }

    double precision() {
      return (double) both / left;
    }

    double recall() {
      return (double) both / written;
    }

    double exact() {
      return 1 - (double) wrong.size() / mails;
    }

    private static List<String> filled(String text) {
      return new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return "mails=%d exact=%d line-precision=%.4f line-recall=%.4f not-exact=%s"
          .formatted(mails, mails - wrong.size(), precision(), recall(), wrong);
    }
  }
}
