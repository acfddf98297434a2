package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @Test
  void findsWhatIsWrittenAndNotWhatIsQuoted() {
    var mail =
        """
        Hej!

        Läs https://www.nordlys.example/sv/hjalp/faktura/. Det (http://b.example/x?a=1&utm_source=m)

        Den 1 maj 2026 skrev Anna Ek:
        > Jag läste https://c.example/y men förstod inget.
        """;

    assertThat(Links.of(mail, false))
        .containsExactly(
            URI.create("https://nordlys.example/sv/hjalp/faktura"),
            URI.create("https://b.example/x?a=1"));
  }

  @Test
  void readsLinksOfHtml() {
    var mail =
        "<p>Se <a href=\"https://a.example/x#del\">hjälpen</a> och <a href='mailto:a@b.se'>oss</a>."
            + "</p><blockquote><a href='https://c.example'>gammalt</a></blockquote>";

    assertThat(Links.of(mail, true)).containsExactly(URI.create("https://a.example/x#del"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.A.example/b/, https://a.example/b",
    "https://a.example:443/b?utm_campaign=x, https://a.example/b",
    "https://a.example:8443, https://a.example:8443",
  })
  void comparesAddressesOfOnePage(String written, String compared) {
    assertThat(Links.comparable(written)).contains(URI.create(compared));
  }

  @ParameterizedTest
  @CsvSource({"ftp://a.example/x", "https://", "http://[", "a b"})
  void passesOverWhatIsNoPage(String written) {
    assertThat(Links.comparable(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {")", "/", "a)", "?&", "%41", ".", "https://", "utm_&"})
  void takesTimeInProportionToLength(String repeated) {
    var address = "https://a.example/" + repeated.repeat(300_000 / repeated.length()) + "x";

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> Links.of(address + " https://b.example", false));
  }
}
