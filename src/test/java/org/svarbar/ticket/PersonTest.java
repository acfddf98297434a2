package org.svarbar.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

  private static final String KIRSI = "kirsi.strand@kund.example";

  @ParameterizedTest
  @ValueSource(strings = {" Kirsi.Strand@Kund.Example ", "KIRSI.STRAND@KUND.EXAMPLE"})
  void isTheSameInUpperAndLowerCase(String email) {
    assertThat(Person.comparable(email)).isEqualTo(KIRSI);
  }

  /** Letters that Java, a database or a helpdesk makes those of somebody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u212Airsi.strand@kund.example", // sign of kelvin
        "kirsi.strand@\u212Aund.example",
        "K\u0130RSI.strand@kund.example", // dotted I
        "k\u0131rsi.strand@kund.example", // dotless i
        "kir\u017Fi.strand@kund.example", // long s
        "\u043Airsi.strand@kund.example", // of Cyrillic
        "\uFF4Birsi.strand@kund.example" // full width
      })
  void isNobodyElseWhoseAddressLooksAlike(String email) {
    assertThat(Person.comparable(email)).isNotEqualTo(KIRSI);
  }

  @Test
  void keepsLettersThatOnlySomeLanguagesHave() {
    assertThat(Person.comparable("Åsa.Öst@KUND.example")).isEqualTo("åsa.öst@kund.example");
    assertThat(Person.comparable("straße@x.example"))
        .isNotEqualTo(Person.comparable("strasse@x.example"));
  }
}
