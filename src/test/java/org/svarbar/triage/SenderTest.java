package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.ticket.Envelope;

class SenderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noreply@nordlys.example",
        "do-not-reply+17@nordlys.example",
        "svara-inte@nordlys.example",
        "ala-vastaa.tilaus@nordlys.example"
      })
  void knowsAddressesThatTakeNoAnswer(String address) {
    assertThat(Sender.of(from(address))).extracting(Signal::kind).contains(SignalKind.NO_REPLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "-", "no-", "reply.", "mailer-daemon@", "-@"})
  void takesTimeInProportionToLength(String repeated) {
    var address = "no-reply-" + repeated.repeat(300_000 / repeated.length()) + "\n";

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Sender.of(from(address)));
  }

  private static Incoming from(String address) {
    return new Incoming(
        "",
        "",
        "Hej",
        Locale.of("sv"),
        Optional.empty(),
        address,
        Envelope.UNKNOWN,
        false,
        false,
        false);
  }
}
