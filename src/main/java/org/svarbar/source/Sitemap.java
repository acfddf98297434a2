package org.svarbar.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A `sitemap.xml` (sitemaps.org, 0.9).
 *
 * @param pages addresses that it lists
 * @param further other sitemaps that it lists
 */
record Sitemap(List<URI> pages, List<URI> further) {

  /** Of anything; what is no sitemap lists nothing. */
  static Sitemap of(byte[] file, URI address) {
    try {
      var document =
          Jsoup.parse(new ByteArrayInputStream(file), null, address.toString(), Parser.xmlParser());
      return new Sitemap(
          places(document, "urlset > url > loc"), places(document, "sitemapindex > sitemap > loc"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<URI> places(Document document, String where) {
    return document.select(where).stream()
        .flatMap(place -> WebScope.normalised(place.text()).stream())
        .toList();
  }
}
