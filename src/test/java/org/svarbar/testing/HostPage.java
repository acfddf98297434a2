package org.svarbar.testing;

import java.net.URI;
import java.util.Map;
import org.svarbar.testing.FakeHelpdesk.Reply;

/** An organisation's own web page, of another origin than the product and with a strict policy. */
public final class HostPage implements AutoCloseable {

  private final FakeHelpdesk server = FakeHelpdesk.start();

  private HostPage() {}

  public static HostPage start() {
    return new HostPage();
  }

  /** Scheme, host and port; the host is another name than the product's. */
  public String origin() {
    return "http://localhost:" + server.base().getPort();
  }

  /** Where the page is that shows this site's help in this language. */
  public URI shows(HelpSiteForTests site, String language, String theme) {
    var product = Product.underTest().at("");
    var html =
        """
        <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>Nordlys</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="%s">
        <script type="module" src="%shelp-widget.js"></script></head>
        <body><main><h1>Nordlys</h1><svarbar-help site="%s"></svarbar-help></main></body></html>
        """
            .formatted(language, theme, product, site.key());
    var origin = product.getScheme() + "://" + product.getAuthority();
    var headers =
        Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Content-Security-Policy", policy(origin),
            "Cross-Origin-Resource-Policy", "same-origin");
    server.on("GET", "/help-" + language, asked -> new Reply(200, headers, html));
    server.on("GET", "/favicon.ico", asked -> Reply.status(204));
    return URI.create(origin() + "/help-" + language);
  }

  /**
   * A page that is written as many are, and lets everything: what stands in its head comes before
   * the help.
   */
  public URI showsAmong(HelpSiteForTests site, String head) {
    var html =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nordlys</title>%s
        <script type="module" src="%shelp-widget.js"></script></head>
        <body><main><h1>Nordlys</h1><svarbar-help site="%s"></svarbar-help></main></body></html>
        """
            .formatted(head, Product.underTest().at(""), site.key());
    server.on(
        "GET",
        "/among",
        asked -> new Reply(200, Map.of("Content-Type", "text/html; charset=utf-8"), html));
    server.on("GET", "/favicon.ico", asked -> Reply.status(204));
    return URI.create(origin() + "/among");
  }

  private static String policy(String origin) {
    return "default-src 'none'; script-src "
        + origin
        + "; connect-src "
        + origin
        + "; style-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
        + " require-trusted-types-for 'script'; trusted-types 'none'";
  }

  @Override
  public void close() {
    server.close();
  }
}
