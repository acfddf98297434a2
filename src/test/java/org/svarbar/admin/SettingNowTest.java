package org.svarbar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.Setting;
import org.svarbar.platform.Settings;

/** What administrators see of settings, and what they never see. */
class SettingNowTest {

  @Test
  void neverHoldsASecret() {
    assertThat(Settings.all().stream().filter(it -> it.form().isSecret()))
        .extracting(Setting::key)
        .containsExactlyInAnyOrder(
            "svarbar.secret-key",
            "svarbar.other-secret-key",
            "svarbar.opensearch.password",
            "svarbar.access.oidc.client-secret",
            "svarbar.embedding.endpoint.credential",
            "svarbar.console.first-password",
            "svarbar.console.new-password",
            "svarbar.notices.webhook.secret",
            "svarbar.notices.mail.password");

    var given = SettingNow.of(find("svarbar.secret-key"), Optional.of("the-canary"));

    assertThat(given.isSet()).isTrue();
    assertThat(given.isOther()).isTrue();
    assertThat(given.toString()).doesNotContain("the-canary");
  }

  @Test
  void hidesPasswordsInAddresses() {
    var given = Optional.of("https://somebody:canary@host:9200");

    assertThat(SettingNow.of(find("svarbar.opensearch.url"), given).value())
        .contains("https://…@host:9200");
  }

  @Test
  void saysWhatIsNotTheDefault() {
    var workers = find("svarbar.intake.workers");

    assertThat(SettingNow.of(workers, workers.byDefault()).isOther()).isFalse();
    assertThat(SettingNow.of(workers, Optional.of("9")).isOther()).isTrue();
    assertThat(SettingNow.of(find("svarbar.secret-key"), Optional.empty()).isOther()).isFalse();
  }

  private static Setting find(String key) {
    return Settings.all().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }
}
