package org.svarbar.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are those that authorities publish as examples, or made up here. */
class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Sweden: Skatteverket's examples
          Jag heter Tolvan, 121212-1212.                 | Jag heter Tolvan, [personnummer].
          Mitt personnummer är 19640823-3234             | Mitt personnummer är [personnummer]
          640823+3234 är fyllda 100                      | [personnummer] är fyllda 100
          196408233234                                   | [personnummer]
          6408233234                                     | [personnummer]
          640823 3234                                    | [personnummer]
          1964-08-23-3234                                | [personnummer]
          640823 - 3234                                  | [personnummer]
          pnr640823-3234                                 | pnr[personnummer]
          samordningsnummer 701063-2391                  | samordningsnummer [personnummer]
          org.nr 640823-3234, enskild firma              | org.nr [personnummer], enskild firma
          momsnummer SE640823323401                      | momsnummer SE[personnummer]
          640823-T234 tillfälligt                        | [personnummer] tillfälligt
          personnummer 640823-3235 (skrev fel)           | personnummer [personnummer] (skrev fel)
          640823-3234/121212-1212                        | [personnummer]/[personnummer]
          # Norway: Skatteetaten's examples of 2032, and today's
          fnr 02013299997                                | fnr [fødselsnummer]
          30108299920 og 30108299939                     | [fødselsnummer] og [fødselsnummer]
          301082 99920                                   | [fødselsnummer]
          301082-99939                                   | [fødselsnummer]
          fødselsnummeret mitt: 30108299921              | fødselsnummeret mitt: [fødselsnummer]
          # Denmark: the CPR office's example, and one without a check digit
          Mit cpr-nr. er 070761-4285                     | Mit cpr-nr. er [cpr]
          cpr 0707614285                                 | cpr [cpr]
          070761 4285 er mit cpr-nummer                  | [cpr] er mit cpr-nummer
          010160-1111                                    | [cpr]
          cpr 0101601111                                 | cpr [cpr]
          # Finland: the register office's example, and its twins of other centuries
          Hetuni on 131052-308T.                         | Hetuni on [hetu].
          131052Y308T                                    | [hetu]
          131052+308T                                    | [hetu]
          131052A308T ja 131052B308T                     | [hetu] ja [hetu]
          131052a308t                                    | [hetu]
          henkilötunnus 131052-308X                      | henkilötunnus [hetu]
          # accounts: examples of the IBAN registry
          SE45 5000 0000 0583 9825 7466                  | [iban]
          Min konto er NO9386011117947, tak              | Min konto er [iban], tak
          dk5000400440116243                             | [iban]
          IBAN:FI21 1234 5600 0007 85.                   | IBAN:[iban].
          iban FI22 1234 5600 0007 85                    | iban [iban]
          # cards: the issuers' numbers for trying
          4111 1111 1111 1111                            | [card]
          5555-5555-5555-4444                            | [card]
          3782 822463 10005                              | [card]
          Kortet 4111111111111111 dras två gånger        | Kortet [card] dras två gånger
          order betald med kort 4111111111111111         | order betald med kort [card]
          # telephones
          Ring 070-174 06 05!                            | Ring [phone]!
          0701740605                                     | [phone]
          08-465 004 00                                  | [phone]
          +46 (0)70 174 06 05                            | [phone]
          +4670-1740605                                  | [phone]
          0046701740605                                  | [phone]
          Tlf. 412 34 567                                | Tlf. [phone]
          412 34 567                                     | [phone]
          Tlf: 41234567                                  | Tlf: [phone]
          20 12 34 56                                    | [phone]
          Mobil 2012 3456                                | Mobil [phone]
          Puh. 040 123 4567                              | Puh. [phone]
          0401234567                                     | [phone]
          09-310 1641                                    | [phone]
          +358 40 123 4567                               | [phone]
          +1 (415) 555-2671                              | [phone]
          +49 30 901820                                  | [phone]
          Call me: 07700 900123                          | Call me: [phone]
          # e-mail
          kalle.anka+svar@post.example.se                | [e-mail]
          Kalle <kalle@example.org>, hej                 | Kalle <[e-mail]>, hej
          mailto:åsa@exempel.se?subject=x                | mailto:[e-mail]?subject=x
          811228-9874@example.org                        | [e-mail]
          """)
  void marksIdentifiers(String text, String expected) {
    assertThat(Redaction.of(text).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ordernummer 4111111111111111",
        "tilausnumeroni on 4111111111111111",
        "Ordre nr. 6408233234",
        "Bestilling 30108299920",
        "Faktura 0707614285, OCR 6408233234",
        "ärende 0701740605",
        "Kolli 412 34 567",
        "organisationsnummer 556016-0680",
        "212000-0142 är kommunens",
        "Org.nr. 974 760 673 MVA",
        "CVR 12345674",
        "Y-tunnus 0112038-9",
        "640823-3235",
        "4111 1111 1111 1112",
        "131052-308X",
        "661331-1234",
        "FI22 1234 5600 0007 85",
        "2026-03-12 kl 14.30",
        "Ring mig 2026-03-12 eller 13.3.2026",
        "Ring mellan 10.30-16.00",
        "On 03/03/2026 09:12 I called",
        "Den 03-03-2026 09:12 ringde jag",
        "Kostnaden var 12 345 678 kr",
        "2025 2026",
        "10.0.0.1 och 192.168.100.200",
        "123456",
        "Version 10.15.7",
        "EAN 7310865004703",
        "målepunkt 707057500012345678",
        "A8112289874B",
        "64082332341234567890",
        "ring 112 eller 1177",
        "@svarbar a@b user@localhost",
        "Jag har 3 routrar, 2 sladdar och 1 fråga."
      })
  void leavesWhatIsNobodys(String text) {
    assertThat(Redaction.of(text)).isEqualTo(new Redaction(text, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          640823\u00a0-\u00a03234                | no-break spaces
          640823\u20113234                       | no-break hyphen
          640823\u22123234                       | minus
          640823\u20133234                       | dash
          6408\u00ad23-32\u00ad34                | soft hyphens
          6\u200b4\u200b0\u200b823-3234          | zero width spaces
          \u202e640823-3234\u202c                | bidirectional overrides
          ６４０８２３－３２３４                      | full-width digits
          ٦٤٠٨٢٣-٣٢٣٤                            | Arabic digits
          \ud835\udfd4\ud835\udfd2\ud835\udfce823-3234 | mathematical digits
          640823&#45;3234                        | entity
          640823&#x2011;3234                     | hexadecimal entity
          6408&shy;23&nbsp;3234                  | named entities
          6408<b>23</b>-3234                     | bold
          6408<span style="color:red">23-32</span>34 | span
          64<wbr>08<wbr>23-3234                  | possible breaks
          640823-3\ufe0f\u20e3234                | keycap
          6 4 0 8 2 3 3 2 3 4                    | spread
          """)
  void findsHoweverItIsWritten(String text, String how) {
    assertThat(Redaction.of(text.translateEscapes()).text()).as(how).contains("[personnummer]");
    assertThat(Redaction.of(text.translateEscapes()).text()).as(how).doesNotContain("08", "34");
  }

  @Test
  void findsWhatAttributesHold() {
    var html = "<a href=\"mailto:kalle@example.org\">skriv</a> <a href='tel:+46701740605'>ring</a>";

    assertThat(Redaction.of(html).text())
        .isEqualTo("<a href=\"mailto:[e-mail]\">skriv</a> <a href='tel:[phone]'>ring</a>");
  }

  @Test
  void tellsWhereItFoundThem() {
    var text = "Jag, 640823-3234, nås på kalle@example.org";

    var found = Redaction.of(text).found();

    assertThat(found)
        .containsExactly(
            new Redaction.Found(Identifier.PERSONNUMMER, 5, 16),
            new Redaction.Found(Identifier.EMAIL, 25, 42));
    assertThat(text.substring(5, 16)).isEqualTo("640823-3234");
  }

  @Test
  void findsNothingInItsOwnMarks() {
    var once = Redaction.of("640823-3234 kalle@example.org 070-174 06 05").text();

    assertThat(Redaction.of(once)).isEqualTo(new Redaction(once, List.of()));
  }

  @Test
  void writesOneLineForLogs() {
    var line =
        Redaction.forLog(
            "from kalle@example.org\r\n2026 INFO forged \u001b[31m" + "x".repeat(9_000));

    assertThat(line).startsWith("from [e-mail]  2026 INFO forged  [31mxxx").hasSize(2_000);
  }

  @Test
  void writesNoHalfOfAnIdentifierIntoALog() {
    var padding = "x".repeat(1_990);

    assertThat(Redaction.forLog(padding + " 640823-3234 ")).doesNotContain("6408");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  @Timeout(20)
  void takesTimeInProportionToLength(String what, String text) {
    assertThat(Redaction.of(text).text()).as(what).isNotNull();
  }

  static Stream<Arguments> hostileTexts() {
    int n = 1_000_000;
    return Stream.of(
        arguments("one long number", "1".repeat(n)),
        arguments("digits and spaces", "1 ".repeat(n / 2)),
        arguments("digits and hyphens", "1-".repeat(n / 2)),
        arguments("personnummer", "640823-3234 ".repeat(n / 12)),
        arguments("nearly personnummer", "640823-3235 ".repeat(n / 12)),
        arguments("telephones", "070-174 06 05 ".repeat(n / 14)),
        arguments("nearly telephones", "0000000 ".repeat(n / 8)),
        arguments("plus signs", "+".repeat(n)),
        arguments("plus and digits", "+1".repeat(n / 2)),
        arguments("brackets", "(".repeat(n)),
        arguments("at signs", "@".repeat(n)),
        arguments("nearly addresses", "a@".repeat(n / 2)),
        arguments("dotted", "a.".repeat(n / 2) + "@" + "a.".repeat(n / 2)),
        arguments("one long word", "a".repeat(n)),
        arguments("words", "tel ".repeat(n / 4)),
        arguments("accounts", "SE45 5000 0000 0583 9825 7466 ".repeat(n / 30)),
        arguments("nearly accounts", "SE45".repeat(n / 4)),
        arguments("open tags", "<b".repeat(n / 2)),
        arguments("tags", "<b>1</b>".repeat(n / 8)),
        arguments("open entities", "&#1".repeat(n / 3)),
        arguments("entities", "&#49;".repeat(n / 5)),
        arguments("invisible", "\u00ad".repeat(n)),
        arguments("marks", "1\u0301".repeat(n / 2)),
        arguments("halves of pairs", "\ud83d".repeat(n)),
        arguments("cards", "4111 1111 1111 1111 ".repeat(n / 20)));
  }
}
