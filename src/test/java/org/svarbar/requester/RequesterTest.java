package org.svarbar.requester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequesterTest {

  private static final Requester ANNA = new Requester(" Anna@Kund.example ", Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"anna@kund.example\"}",
        "Anna <ANNA@KUND.EXAMPLE>",
        "from=anna%40kund.example&text=x",
        "{\"email\":\"anna\\u0040kund.example\"}",
        "skriv till anna@kund.example."
      })
  void isNamedHoweverTheAddressIsWritten(String text) {
    assertThat(ANNA.isNamedIn(text)).isTrue();
    assertThat(ANNA.takenOutOf(text).toLowerCase()).doesNotContain("kund.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "johanna@kund.example",
        "anna@kund.example.com",
        "anna@kund.examples",
        "x.anna@kund.example",
        "anna"
      })
  void isNotSomebodyWhoseAddressIsLikeTheirs(String text) {
    assertThat(ANNA.isNamedIn(text)).isFalse();
  }

  @Test
  void isRefusedWithoutAnAddress() {
    assertThatThrownBy(() -> new Requester("anna", Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Requester("", Set.of()).isNamedIn("@")).isFalse();
  }
}
