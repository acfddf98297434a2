package org.svarbar.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.notice.MailWay.MailServer;
import org.svarbar.platform.OutboundFailed;

class MailWayTest {

  private static final Instant THEN = Instant.parse("2026-11-23T03:00:00Z");
  private static final Sighting SEEN =
      new Sighting(Occasion.DEAD_LETTERS, "rt", 2, Instant.EPOCH, THEN);
  private static final Told TOLD =
      Told.of("notice-1", SEEN, Locale.of("fi"), "https://s.example/svarbar", ZoneOffset.UTC);

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void logsInAndHandsTheMailOver() throws Exception {
    mail.setUser("svarbar", "hemligt");

    way("none", Optional.of("svarbar"), "hemligt").send(TOLD);

    var received = mail.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Svarbar: 2 epäonnistunutta työtä yhteydessä rt");
    assertThat(received.getMessageID()).isEqualTo("<notice-1@svarbar>");
    assertThat(received.getContent().toString())
        .contains("luovuttu 2 toimituksesta", "23. marraskuuta 2026")
        .contains("https://s.example/svarbar/console/dead-letters?connection=rt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"starttls", "tls"})
  void sendsNothingInTheClearWhereItMayNot(String tls) {
    assertThatThrownBy(() -> way(tls, Optional.empty(), "").send(TOLD))
        .isInstanceOf(OutboundFailed.class);
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  private MailWay way(String tls, Optional<String> user, String password) {
    var server = new MailServer("127.0.0.1", mail.getSmtp().getPort(), tls, user, password);
    var clock = Clock.fixed(THEN, ZoneOffset.UTC);
    return new MailWay(server, "svarbar@nordlys.example", "drift@nordlys.example", clock);
  }
}
