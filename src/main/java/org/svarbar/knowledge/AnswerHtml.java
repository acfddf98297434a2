package org.svarbar.knowledge;

import java.util.List;
import java.util.Set;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.PolicyFactory;

/** Makes safe HTML of answers, and plain text of that. */
public final class AnswerHtml {

  private static final String[] ELEMENTS = {
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul"
  };

  private static final PolicyFactory SAFE =
      new HtmlPolicyBuilder()
          .allowElements(ELEMENTS)
          .allowUrlProtocols("http", "https", "mailto", "tel")
          .allowAttributes("href", "title")
          .onElements("a")
          .allowAttributes("colspan", "rowspan")
          .matching(true, "1", "2", "3", "4", "5", "6", "7", "8", "9")
          .onElements("td", "th")
          .allowAttributes("start")
          .matching(java.util.regex.Pattern.compile("[0-9]{1,4}"))
          .onElements("ol")
          .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
          .withPreprocessor(Seen::new)
          .toFactory();

  /** What was written as a reference to a character is one here. */
  @SuppressWarnings("try") // closed by nobody, and never interrupted
  private static final class Seen extends HtmlStreamEventReceiverWrapper {
    Seen(HtmlStreamEventReceiver next) {
      super(next);
    }

    @Override
    public void text(String text) {
      super.text(Unseen.without(text));
    }

    @Override
    public void openTag(String name, List<String> attributes) {
      attributes.replaceAll(Unseen::without);
      super.openTag(name, attributes);
    }
  }

  private static final Parser MARKDOWN = Parser.builder().build();

  /** URLs are judged by the sanitiser, which knows one list of schemes for both formats. */
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).build();

  private static final Set<String> LINES =
      Set.of(
          "blockquote",
          "br",
          "dd",
          "dl",
          "dt",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "li",
          "ol",
          "p",
          "pre",
          "table",
          "tr",
          "ul");

  private AnswerHtml() {}

  /** Whatever the answer is: HTML that can be shown. */
  public static String of(String answer, AnswerFormat format) {
    return switch (format) {
      case MARKDOWN -> sanitised(rendered(answer));
      case HTML -> sanitised(answer);
    };
  }

  private static String rendered(String markdown) {
    try {
      return RENDERER.render(MARKDOWN.parse(markdown));
    } catch (StackOverflowError e) {
      // quotes in quotes in quotes, ten thousand deep: shown as it was written
      return "<p>" + Entities.escape(markdown) + "</p>";
    }
  }

  static String sanitised(String html) {
    return SAFE.sanitize(html);
  }

  /** Plain text to be sent: with numbers and dashes of lists, and addresses of links. */
  static String letterText(String html) {
    var body = Jsoup.parseBodyFragment(html).body();
    body.select("a[href]").stream()
        .filter(link -> !link.attr("href").endsWith(link.text().strip()))
        .forEach(link -> link.appendText(" (" + link.attr("href") + ")"));
    body.select("li").forEach(item -> opening(item).prependText(bullet(item)));
    return plainText(body.html());
  }

  /** Where the words of a list's item begin: some wrap them in a paragraph. */
  private static Element opening(Element item) {
    var first = item.firstElementChild();
    return first != null && first.nameIs("p") ? first : item;
  }

  private static String bullet(Element item) {
    var list = item.parent();
    if (list == null || !list.nameIs("ol")) {
      return "- ";
    }
    var start = list.attr("start");
    var first = start.isEmpty() ? 1 : Integer.parseInt(start);
    return first + list.children().indexOf(item) + ". ";
  }

  static String plainText(String html) {
    var text = new StringBuilder();
    Jsoup.parseBodyFragment(html)
        .body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                  append(text, words.getWholeText());
                } else if (isLine(node)) {
                  breakLine(text);
                } else if (node.nameIs("td") || node.nameIs("th")) {
                  append(text, " ");
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (isLine(node)) {
                  breakLine(text);
                }
              }
            });
    return text.toString().strip();
  }

  private static boolean isLine(Node node) {
    return node instanceof Element && LINES.contains(node.nodeName());
  }

  private static void append(StringBuilder text, String words) {
    for (var i = 0; i < words.length(); i++) {
      var c = words.charAt(i);
      if (!Character.isWhitespace(c)) {
        text.append(c);
      } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }
  }

  private static void breakLine(StringBuilder text) {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
