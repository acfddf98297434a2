package org.svarbar.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.svarbar.testing.Chromium;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;

/**
 * How long a browser whose processor is four times as slow needs from asking for a page until what
 * the page is for is painted.
 */
final class Paint {

  private static final int WARM_UP = 5;
  private static final int COUNTED = 60;
  private static final int SLOWER = 4;
  private static final double MICROS = 1000;

  /** Notes when the first suggestion or the heading is painted, counted from the asking. */
  private static final String WATCH =
      """
      addEventListener("DOMContentLoaded", () => {
        const what = location.pathname.includes("/panel/") ? "article.suggestion" : "main h1";
        const look = () => {
          if (document.querySelector(what)) {
            requestAnimationFrame(() => setTimeout(() => (window.paintedAt = performance.now())));
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      });
      """;

  private Paint() {}

  static void measure(Product product) {
    try (var helpdesk = GenericHelpdesk.start();
        var chromium = Chromium.start()) {
      var link = opened(product, helpdesk);
      var page = slow(chromium);
      painted(page, link).print("panel-paint-p95", 0.95);
      Chromium.logIn(page, product.at("console"));
      painted(page, product.at("console").toString()).print("console-paint-p95", 0.95);
    }
  }

  private static Page slow(Chromium chromium) {
    var page = chromium.open(new NewContextOptions().setLocale("sv"));
    page.addInitScript(WATCH);
    var rate = new JsonObject();
    rate.addProperty("rate", SLOWER);
    page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
    return page;
  }

  private static Figures painted(Page page, String address) {
    return Figures.of(
        WARM_UP,
        COUNTED,
        () -> {
          page.navigate("about:blank");
          page.navigate(address);
          page.waitForFunction("() => window.paintedAt !== undefined");
          return Math.round(((Number) page.evaluate("window.paintedAt")).doubleValue() * MICROS);
        });
  }

  /** The link in the note on a ticket that has suggestions. */
  private static String opened(Product product, GenericHelpdesk helpdesk) {
    var connection = ConnectionForTests.generic(product, helpdesk.base());
    var mail = DemoKnowledge.mail("sv-3");
    var event = helpdesk.open("1", mail.from(), mail.subject(), mail.body());
    connection.deliver(UUID.randomUUID().toString(), event);
    var notes =
        Eventually.soon().see("a note", () -> helpdesk.notes("1"), found -> !found.isEmpty());
    return Jsoup.parse(notes.getFirst()).select("a").last().attr("href");
  }
}
