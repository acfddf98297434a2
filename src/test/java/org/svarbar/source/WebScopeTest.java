package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebScopeTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/faq/,           https://a.example/faq/x.html,      true",
    "https://a.example/faq/,           https://a.example/faq,             false",
    "https://a.example/faq/index.html, https://a.example/faq/sub/x,       true",
    "https://a.example/faq,            https://a.example/faq/x,           true",
    "https://a.example/faq,            https://a.example/faq,             true",
    "https://a.example/faq,            https://a.example/faq-old,         false",
    "https://a.example/,               https://a.example/anything,        true",
    "https://a.example/faq/,           http://a.example/faq/x,            false",
    "https://a.example/faq/,           https://b.example/faq/x,           false",
    "https://a.example/faq/,           https://a.example:444/faq/x,       false"
  })
  void holdsWhatIsBelowItsStart(String start, String address, boolean isHeld) {
    var scope = new WebScope(WebScope.normalised(start).orElseThrow());

    assertThat(scope.holds(WebScope.normalised(address).orElseThrow())).isEqualTo(isHeld);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://A.example:443/x/../y#z, https://a.example/y",
    "http://a.example,               http://a.example/",
    "http://a.example/x?b=1&a=2,     http://a.example/x?b=1&a=2"
  })
  void writesAddressesInOneWay(String address, String normal) {
    assertThat(WebScope.normalised(address)).contains(URI.create(normal));
  }

  @ParameterizedTest
  @CsvSource({"mailto:a@b.se", "javascript:alert(1)", "http://user:pw@a.example/", "http:// x"})
  void knowsNoOtherAddresses(String address) {
    assertThat(WebScope.normalised(address)).isEmpty();
  }

  @Test
  void obeysRobotsForItsName() {
    var rules =
        robots(
            "User-agent: *\nDisallow: /\n\nUser-agent: Svarbar\nDisallow: /private/\n"
                + "Crawl-delay: 3\nSitemap: https://a.example/s.xml");

    assertThat(rules.allow(URI.create("https://a.example/faq"))).isTrue();
    assertThat(rules.allow(URI.create("https://a.example/private/x"))).isFalse();
    assertThat(rules.pause(Duration.ofMillis(200))).isEqualTo(Duration.ofSeconds(3));
    assertThat(rules.sitemaps()).containsExactly("https://a.example/s.xml");
    assertThat(robots("User-agent: *\nDisallow: /").allow(URI.create("https://a.example/")))
        .isFalse();
    assertThat(robots("Crawl-delay: 9999\n").pause(Duration.ZERO))
        .isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void readsSitemapsAndWhatTheyListOfSitemaps() {
    var pages =
        sitemap(
            "<?xml version='1.0'?><urlset"
                + " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                + " https://a.example/x </loc></url><url><loc>nonsense</loc></url></urlset>");
    var index =
        sitemap(
            "<sitemapindex><sitemap><loc>https://a.example/s2.xml</loc></sitemap></sitemapindex>");
    var hostile =
        sitemap(
            "<!DOCTYPE u [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                + "<urlset><url><loc>https://a.example/&e;</loc></url></urlset>");

    assertThat(pages.pages()).containsExactly(URI.create("https://a.example/x"));
    assertThat(index.further()).containsExactly(URI.create("https://a.example/s2.xml"));
    assertThat(hostile.pages().toString()).doesNotContain("root");
    assertThat(sitemap("<html>").pages()).isEmpty();
  }

  private static RobotsRules robots(String text) {
    return RobotsRules.of(
        text.getBytes(StandardCharsets.UTF_8), URI.create("https://a.example/robots.txt"));
  }

  private static Sitemap sitemap(String text) {
    return Sitemap.of(
        text.getBytes(StandardCharsets.UTF_8), URI.create("https://a.example/sitemap.xml"));
  }
}
