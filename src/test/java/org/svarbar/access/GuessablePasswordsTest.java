package org.svarbar.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessablePasswordsTest {

  private static final List<String> NAMES = List.of("svarbar", "anna.berg", "Kungsbacka kommun");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "qwertyuiop",
        "password1234",
        "Password123!",
        "P@ssw0rd1234",
        "iloveyou123",
        "aaaaaaaaaa",
        "adminadmin"
      })
  void areCommonOnes(String password) {
    assertThat(GuessablePasswords.include(password, NAMES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Svarbar2026!!",
        "svarbar-svarbar",
        "annaberg1234",
        "berg-anna-2026",
        "kungsbacka1",
        "KUNGSBACKAKOMMUN",
        "5v4rb4r-5v4rb4r"
      })
  void areMadeOfNames(String password) {
    assertThat(GuessablePasswords.include(password, NAMES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blå cykel under bron",
        "lösenord-ÅÄÖ",
        "k7mw-q2xn-9hvd-t4rb",
        "annas blå cykel under bron"
      })
  void areNotThosePutTogetherByOnePerson(String password) {
    assertThat(GuessablePasswords.include(password, NAMES)).isFalse();
  }

  /** The library's list is of passwords that came out of others' databases, most common first. */
  @Test
  void areAllOfTheListThatAreLongEnough() throws IOException {
    var list = "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
    try (var stream = getClass().getResourceAsStream(list)) {
      var longEnough =
          new String(stream.readAllBytes(), UTF_8).lines().filter(PasswordDigest::takes).toList();

      assertThat(longEnough).hasSizeGreaterThan(100);
      assertThat(longEnough).allMatch(it -> GuessablePasswords.include(it, List.of()));
    }
  }

  @Test
  void areJudgedByTheirFirstCharactersOnlySoThatItDoesNotTakeLong() {
    assertThat(GuessablePasswords.include("a".repeat(40) + "k7mw-q2xn-9hvd-t4rb", List.of()))
        .isTrue();
    assertThat(GuessablePasswords.include("4@8({[<3691!|70$5+%2".repeat(10), List.of())).isFalse();
  }
}
