package org.svarbar.admin;

import java.util.function.BiPredicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page without what its reader may not do. Done to the finished page, so that no template can
 * forget it; who may do everything gets pages as they were made.
 *
 * @param may whether its reader may ask for something by this method at this path below the
 *     application
 * @param context the application's path
 * @param path at which the page is, below `context`
 */
record Allowed(BiPredicate<String, String> may, String context, String path) {

  /** The whole page, or a part of one. */
  String of(String html) {
    var isWhole = html.stripLeading().startsWith("<!doctype");
    var page = isWhole ? Jsoup.parse(html) : Jsoup.parseBodyFragment(html);
    page.outputSettings(new Document.OutputSettings().prettyPrint(false));
    page.select("form[method=post]").stream().filter(it -> !maySend(it)).forEach(Element::remove);
    page.select("a[href^=" + context + "/]").forEach(this::keepIfAllowed);
    return isWhole ? page.outerHtml() : page.body().html();
  }

  private boolean maySend(Element form) {
    var action = form.attr("action");
    return may.test("POST", action.isEmpty() ? path : below(action));
  }

  private void keepIfAllowed(Element link) {
    var target = below(link.attr("href"));
    if (may.test("GET", target)) {
      return;
    }
    var item = link.parent();
    if (item != null && item.nameIs("li") && item.childrenSize() == 1) {
      item.remove();
    } else if (target.matches(".*/(new|edit|import|judge)")) {
      link.remove();
    } else {
      link.unwrap();
    }
  }

  /** Without context and query. */
  private String below(String address) {
    var below = address.startsWith(context) ? address.substring(context.length()) : address;
    return below.replaceFirst("[?#].*", "");
  }
}
