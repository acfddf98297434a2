package org.svarbar.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

/** What a browser loads to show a page of the console for the first time. */
@ArquillianTest
@RunAsClient
class ConsoleWeightIT {

  private static final Product PRODUCT = Product.underTest();
  private static final int MOST_BYTES = 60_000;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void staysSmallOnEveryPage() throws IOException {
    DemoKnowledge.known();
    var files = new HashMap<String, Integer>();
    for (var section : Section.values()) {
      var page = PRODUCT.page(section.path(), "fi").body();
      var weight = weight(page);
      for (var asset : Jsoup.parse(page).select("script[src], link[href], img[src]")) {
        var path = (asset.attr("src") + asset.attr("href")).replaceFirst("^/svarbar/", "");
        if (!files.containsKey(path)) {
          files.put(path, weight(PRODUCT.get(path).body()));
          System.out.printf("%s: %d bytes, gzipped%n", path, files.get(path));
        }
        weight += files.get(path);
      }
      System.out.printf("/%s with all it loads: %d bytes, gzipped%n", section.path(), weight);
      assertThat(weight).as(section.path()).isBetween(1000, MOST_BYTES);
    }
  }

  private static int weight(String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(UTF_8));
    }
    return bytes.size();
  }
}
