package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {

  @ParameterizedTest
  @MethodSource("mails")
  void leavesWhatTheCustomerWroteNow(Path mail) throws IOException {
    var name = mail.getFileName().toString();
    var expected = mail.resolveSibling(name.replaceFirst("\\.[a-z]+$", ".expected"));

    var text = MailText.of("", Files.readString(mail), name.endsWith(".html"));

    assertThat(text.text()).isEqualTo(Files.readString(expected).strip());
    assertThat(text.cut()).isEqualTo(!name.equals("fi-form.txt"));
  }

  static Stream<Path> mails() throws IOException, URISyntaxException {
    var folder = Path.of(MailTextTest.class.getResource("/text/mails").toURI());
    return Files.list(folder).filter(file -> !file.toString().endsWith(".expected")).sorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sv: Fakturan                                  | Fakturan
          SV: VB: Re: Fakturan                          | Fakturan
          VS: Lasku 12                                  | Lasku 12
          VL: Lasku                                     | Lasku
          Aw: WG: Invoice                               | Invoice
          Re[2]: Fwd : Invoice                          | Invoice
          [rt.example #12] Re: Regningen                | Regningen
          Re: [Ticket#2026031112345678] Regning         | Regning
          Lasku [#4711]                                 | Lasku
          [EXTERN] Sv: Kan inte logga in                | Kan inte logga in
          [EXTERNAL] Re: [Nordlys #7] [Nordlys #8] Help | Help
          Fel: kan inte logga in                        | Fel: kan inte logga in
          Re:                                           | ''
          """)
  void takesPrefixesAndTicketTagsOffTheSubject(String subject, String expected) {
    assertThat(MailText.of(subject, "text", false).subject()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hej!",
        "Mvh Kalle",
        "-- \nKalle\n070-123 45 67",
        "> bara citat",
        "-----Original Message-----\nFrom: a\nSent: b",
        "Skickat från min iPhone",
        "Hei,\n\nVenlig hilsen\nOle"
      })
  void neverCutsEverything(String body) {
    var text = MailText.of("", body, false);

    assertThat(text.text()).isEqualTo(body.replace("-- ", "--").strip());
    assertThat(text.cut()).isFalse();
  }

  @Test
  void leavesAForwardedMailThatSaysNothingElse() {
    var html =
        "<div class=\"gmail_quote\">---------- Forwarded message ---------<br>Hvor er"
            + " pakken?</div>";

    assertThat(MailText.of("Fwd: Pakke", html, true).text()).contains("Hvor er pakken?");
  }

  @Test
  void isEmptyOnlyForAnEmptyMail() {
    assertThat(MailText.of("", "", false).text()).isEmpty();
    assertThat(MailText.of("", "<p>&nbsp;</p><img src=\"a.png\">", true).text()).isEmpty();
    assertThat(MailText.of("", "\u200b \u00a0\n", false).text()).isEmpty();
  }

  @Test
  void leavesTextWithoutAFrameAsItIs() {
    var text = MailText.of("Router", "Routern blinkar.\n\nVad gör jag?", false);

    assertThat(text).isEqualTo(new MailText("Router", "Routern blinkar.\n\nVad gör jag?", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tack för hjälpen med routern, men nu är den trasig igen.",
        "Thanks for the invoice, but the amount is wrong.",
        "Hälsningarna i ert brev var inte till mig.",
        "Bästa abonnemanget för en pensionär, vilket är det?",
        "Terve talous vaatii halvemman sopimuksen.",
        "Lähetetty lasku on väärä.",
        "Sent invoice to the wrong address, what now?",
        "Kan ni skicka ett meddelande? Jag skrev följande den 3 mars 2026 kl 10:12:\nInget hände.",
        "I received a confidential message that was intended for another recipient, is that a"
            + " breach?",
        "Från: Stockholm\nTill: Malmö",
        "Hi-fi-anlegget virker ikke.",
        "Best would be a refund.",
        "The router stands outside the house. Its link light blinks and I got a message.",
        "Thanks for the invoice,\nbut the amount is wrong.",
        "Jag svarar inte på mail över en rad olika kanaler."
      })
  void leavesSentencesThatOnlyLookLikeAFrame(String body) {
    assertThat(MailText.of("", body, false).text()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hej, jag undrar var fakturan är.       | jag undrar var fakturan är.
          Hej jag undrar.                        | jag undrar.
          Hei dere! Hvor er pakken?              | Hvor er pakken?
          Hi Anna, where is it?                  | where is it?
          Dear Ms Holm, where is it?             | where is it?
          Hej kära kundtjänst! Var är den?       | Var är den?
          Hur gör jag nu? Mvh Kalle              | Hur gör jag nu?
          Where is it? Thanks, Tom               | Where is it?
          Missä paketti on? Terveisin Aino       | Missä paketti on?
          """)
  void takesGreetingAndSignOffOutOfOneLine(String body, String expected) {
    assertThat(MailText.of("", body, false).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sportslig hilsen\nBirgit, holdleder",
        "mvh Jonte",
        "Terveisin Raimo",
        "/Samir",
        "Outi Heikkinen",
        "Thanks, Hanna\n\nSent from my phone",
        "Med venlig hilsen\n\nMette Kjær\nIndehaver\nTlf.: 20 12 34 56\nwww.blomst.example",
        "Tack på förhand!\nAnton",
        "Many thanks for your help,\nDr. Anjali Rao\nRoom 4.12",
        "Line Dahl\nMobil 412 34 567",
        "Mvh Olle Ask 070-174 06 05"
      })
  void takesOffHoweverPeopleSign(String signature) {
    assertThat(MailText.of("", "Where is it?\n\n" + signature, false).text())
        .isEqualTo("Where is it?");
  }

  @Test
  void hidesWhatNobodySees() {
    var html =
        """
        <title>t</title><style>p{}</style><p>Seen<span style="display: NONE">hidden</span></p>
        <script>alert(1)</script><!-- remark --><p hidden>hidden</p><template>hidden</template>
        """;

    assertThat(MailText.of("", html, true).text()).isEqualTo("Seen");
  }

  @Test
  void makesCharactersComparable() {
    var body = "fo\u0308r\u00adsent\u200b \u202eabc\u202c\u00a0\u2009x\t y\r\nz\u2028w\u0000";

    assertThat(MailText.of("", body, false).text()).isEqualTo("försent abc x y\nz\nw");
  }

  @ParameterizedTest
  @MethodSource("hostileBodies")
  @Timeout(20)
  void takesTimeInProportionToLength(String what, String body) {
    for (var html : List.of(true, false)) {
      assertThat(MailText.of(body, body, html).text()).as(what).isNotNull();
    }
  }

  static Stream<Arguments> hostileBodies() {
    int n = 300_000;
    return Stream.of(
        arguments("nested tags", "<b>".repeat(5_000_000 / 3) + "x"),
        arguments("nested blocks", "<div><p>".repeat(5 * n / 8) + "x"),
        arguments("nested quotes", "<blockquote type=cite>".repeat(5 * n / 22) + "x"),
        arguments("nested tables", "<table><tr><td>".repeat(5 * n / 15) + "x"),
        arguments("unclosed formatting", "<a><b><i><p>".repeat(5 * n / 12) + "x"),
        arguments("list items", "<li>x".repeat(n)),
        arguments("attributes", "<p " + "a=1 ".repeat(n) + ">x"),
        arguments("classes", "<p class='" + "a ".repeat(n) + "'>x"),
        arguments("ids", "<p id='" + "x_".repeat(n) + "'>x"),
        arguments("entities", "&amp;".repeat(n)),
        arguments("open angle brackets", "<".repeat(n)),
        arguments("lines", "rad\n".repeat(100_000)),
        arguments("sign-offs", "Mvh\n".repeat(100_000)),
        arguments("names", "Hej\nMvh\nKalle\n\n".repeat(50_000) + "Vad gör jag?"),
        arguments("quotes", "> ".repeat(n)),
        arguments("attributions", "On 2026 wrote\n".repeat(100_000)),
        arguments("headers", "From: a\nTo: b\n".repeat(100_000)),
        arguments("separators", "-- \n".repeat(100_000)),
        arguments("rules", "-----\n".repeat(100_000)),
        arguments("spaces", " ".repeat(n) + "x"),
        arguments("marks", "e" + "\u0301\u0323".repeat(n)),
        arguments("brackets", "[a ".repeat(n)),
        arguments("prefixes", "Re: ".repeat(n)),
        arguments("one long word", "a".repeat(5_000_000)),
        arguments("halves of pairs", "\ud83d".repeat(n)));
  }
}
