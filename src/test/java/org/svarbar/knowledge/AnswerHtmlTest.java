package org.svarbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHtmlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skicka till \u202Eelpmaxe.live@moc\u202C \u2066nu\u2069",
        "skicka till &#x202E;elpmaxe.live@moc&#8236; &#x2066;nu&#x2069;",
        "skicka till &#x202e;elpmaxe.live@moc &#8203;nu\uFEFF"
      })
  void turnsNoLetters(String answer) {
    for (var format : AnswerFormat.values()) {
      var html = AnswerHtml.of(answer, format);
      assertThat(Jsoup.parse(html).text()).isEqualTo("skicka till elpmaxe.live@moc nu");
    }
  }

  @Test
  void rendersMarkdown() {
    var html =
        AnswerHtml.of(
            "Välj **Fakturor**.\n\n1. [Logga in](https://x.example/a)", AnswerFormat.MARKDOWN);

    assertThat(html)
        .contains("<strong>Fakturor</strong>")
        .contains("<ol>", "<li>")
        .contains("href=\"https://x.example/a\"");
  }

  @Test
  void showsHtmlInMarkdownAsItStands() {
    var html =
        AnswerHtml.of("Skriv <b>aldrig</b> <script>alert(1)</script>", AnswerFormat.MARKDOWN);

    assertThat(html).contains("&lt;b&gt;aldrig").doesNotContain("<b>", "<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick=\"alert(1)\">x</p>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"vbscript:x\">x</a>",
        "<svg onload=alert(1)>",
        "<math><mtext></mtext><mglyph><style><img src onerror=alert(1)>",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<form action=\"https://evil.example\"><input name=password></form>",
        "<style>body{display:none}</style>",
        "<p style=\"position:fixed\">x</p>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<base href=\"https://evil.example\">",
        "<p id=location name=body>x</p>",
        "<!--[if mso]><script>alert(1)</script><![endif]-->",
        "<![if !vml]><img src=x onerror=alert(1)><![endif]>",
        "<img src=\"cid:logo@mail.example\">",
        "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<object data=\"data:image/svg+xml;base64,PHN2Zz4=\"></object>"
      })
  void leavesNothingThatActs(String hostile) {
    var asHtml = AnswerHtml.of(hostile, AnswerFormat.HTML);
    var asMarkdown = AnswerHtml.of(hostile, AnswerFormat.MARKDOWN);

    assertThat(asHtml)
        .doesNotContainIgnoringCase("javascript:", "vbscript:", "data:")
        .doesNotContainPattern(
            "(?i)<(script|img|svg|math|iframe|form|input|style|meta|base|object|!)")
        .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|id|name)\\s*=");
    assertThat(asMarkdown)
        .doesNotContainPattern(
            "(?i)<(script|img|svg|math|iframe|form|input|style|meta|base|object|!)")
        .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|id|name)\\s*=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
        "![x](https://evil.example/pixel.gif)",
        "<javascript:alert(1)>"
      })
  void leavesNoLinkButToWebMailAndTelephone(String markdown) {
    assertThat(AnswerHtml.of(markdown, AnswerFormat.MARKDOWN)).doesNotContain("href", "src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://x.example/a?b=c", "http://x.example", "mailto:a@x.example", "tel:+46123"})
  void keepsLinksToWebMailAndTelephone(String address) {
    assertThat(AnswerHtml.of("[x](" + address + ")", AnswerFormat.MARKDOWN))
        .contains("href=")
        .contains("noopener");
  }

  @Test
  void makesPlainTextLineByLine() {
    var html =
        AnswerHtml.of(
            "Så här:\n\n1. Logga  in\n2. Välj **Spara**\n\nKlart &amp; betalt",
            AnswerFormat.MARKDOWN);

    assertThat(AnswerHtml.plainText(html))
        .isEqualTo("Så här:\nLogga in\nVälj Spara\nKlart & betalt");
  }

  @Test
  void keepsCellsOfATableApart() {
    assertThat(AnswerHtml.plainText("<table><tr><td>10</td><td>kr</td></tr></table>"))
        .isEqualTo("10 kr");
  }

  @Test
  void showsWhatIsNestedWithoutEndAsItWasWritten() {
    for (var nested : java.util.List.of("> ".repeat(45_000), "*a **a ".repeat(10_000))) {
      assertThat(AnswerHtml.of(nested + "<hej>", AnswerFormat.MARKDOWN)).contains("&lt;hej&gt;");
    }
  }

  @Test
  void writesListsAndLinksSoThatTheyCanBeReadInPlainText() {
    var html =
        AnswerHtml.sanitised(
            "<ol start=\"3\"><li><p>Gå till <a href=\"https://a.example/x\">sidan</a>.</p></li>"
                + "<li>Klart</li></ol><ul><li><a href=\"https://b.example\">https://b.example</a>"
                + "</li></ul>");

    assertThat(AnswerHtml.letterText(html))
        .isEqualTo("3. Gå till sidan (https://a.example/x).\n4. Klart\n- https://b.example");
  }
}
