package org.svarbar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What administrators see of settings, and what they never see. */
class SettingsTest {

  @Test
  void readsEachSettingWithWhatItMeans() {
    var settings = Settings.in(Settings.file());

    assertThat(settings).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    assertThat(settings)
        .allSatisfy(
            each -> {
              assertThat(each.says()).as(each.name()).isNotBlank();
              assertThat(each.room()).as(each.name()).matches("[a-z]+");
            });
    var body = find("svarbar.intake.longest-body-bytes");
    assertThat(body.usual()).contains("1000000");
    assertThat(body.says()).contains("1000 to 1000000");
  }

  @Test
  void neverHoldsASecret() {
    assertThat(Settings.in(Settings.file()).stream().filter(Setting::isSecret))
        .extracting(Setting::name)
        .contains(
            "svarbar.secret-key", "svarbar.console.first-password", "svarbar.console.new-password")
        .doesNotContain("svarbar.console.password-iterations");

    var given = find("svarbar.secret-key").with(Optional.of("the-canary"));

    assertThat(given.isGiven()).isTrue();
    assertThat(given.toString()).doesNotContain("the-canary");
    assertThat(find("svarbar.opensearch.url").with(Optional.of("https://u:canary@host:9200")))
        .satisfies(it -> assertThat(it.given()).contains("https://…@host:9200"));
  }

  private static Setting find(String name) {
    return Settings.in(Settings.file()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
