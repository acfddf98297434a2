package org.svarbar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private final AllowedHosts allowed =
      AllowedHosts.of("https://rt.example.org, http://127.0.0.1:8081,http://Zammad.example.org:*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://rt.example.org",
        "https://RT.example.org:443/REST/2.0/",
        "http://127.0.0.1:8081/x?y",
        "http://zammad.example.org",
        "http://zammad.example.org:3000/api"
      })
  void letsThroughWhatTheOperatorWrote(String address) {
    assertThat(allowed.refusals(URI.create(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://rt.example.org",
        "https://rt.example.org:8443",
        "https://rt.example.org.evil.example",
        "https://evil.example/https://rt.example.org",
        "https://rt.example.org@evil.example",
        "https://user:secret@rt.example.org",
        "http://127.0.0.1:8082",
        "http://127.1:8081",
        "http://2130706433:8081",
        "http://[::ffff:127.0.0.1]:8081",
        "http://localhost:8081",
        "https://zammad.example.org:3000",
        "file:///etc/passwd",
        "gopher://127.0.0.1:8081",
        "//rt.example.org",
        "https:rt.example.org",
        "rt.example.org"
      })
  void refusesEverythingElse(String address) {
    assertThat(allowed.refusals(URI.create(address))).isNotEmpty();
  }

  @Test
  void allowsNothingWhenNothingIsWritten() {
    var nothing = AllowedHosts.of("");

    assertThat(nothing.refusals(URI.create("http://127.0.0.1:8081"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rt.example.org", "https://", "ftp://x", "https://x/path", "https://u@x", "*"})
  void refusesToStartWithAListThatItCannotRead(String list) {
    assertThatThrownBy(() -> AllowedHosts.of(list))
        .hasMessageContaining("svarbar.outbound.allowed");
  }
}
