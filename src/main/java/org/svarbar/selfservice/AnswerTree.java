package org.svarbar.selfservice;

import jakarta.json.JsonArrayBuilder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.svarbar.platform.Json;

/**
 * Sanitised HTML as a tree in JSON, so that a page builds it of elements and never parses HTML,
 * which strict pages forbid (Trusted Types): a text is a string, an element `[name, href, child…]`,
 * `href` empty but for links.
 */
final class AnswerTree {

  private AnswerTree() {}

  /**
   * @param html sanitised, so that it nests no deeper than its sanitiser lets it
   */
  static JsonArrayBuilder of(String html) {
    return children(Jsoup.parseBodyFragment(html).body(), Json.createArrayBuilder());
  }

  private static JsonArrayBuilder children(Element element, JsonArrayBuilder into) {
    for (Node child : element.childNodes()) {
      switch (child) {
        case TextNode text -> into.add(text.getWholeText());
        case Element inner ->
            into.add(
                children(
                    inner,
                    Json.createArrayBuilder().add(inner.normalName()).add(inner.attr("href"))));
        default -> {}
      }
    }
    return into;
  }
}
