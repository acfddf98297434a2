package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * A mail's HTML, read as the lines that a person sees. A `blockquote` becomes lines that begin with
 * `> `.
 */
final class HtmlPage {

  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "style",
          "script",
          "title",
          "template",
          "noscript",
          "svg",
          "math",
          "object",
          "iframe",
          "select",
          "textarea",
          "button",
          "audio",
          "video",
          "canvas");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "body",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "fieldset",
          "footer",
          "form",
          "header",
          "hr",
          "li",
          "main",
          "nav",
          "ol",
          "section",
          "table",
          "tr",
          "ul",
          "blockquote",
          "pre");

  private static final Set<String> PARAGRAPHS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p");

  private final Document document;

  private HtmlPage(Document document) {
    this.document = document;
  }

  static HtmlPage parse(String html) {
    return new HtmlPage(Parser.htmlParser().parseInput(html, ""));
  }

  /** Everything a person sees. */
  List<String> allLines() {
    return read(false);
  }

  /** Without what a mail program has marked as older mail or as a signature. */
  List<String> writtenLines() {
    return read(true);
  }

  /** Where links lead that stand in what was written now, and not in a quotation. */
  List<String> writtenLinks() {
    var reader = new Reader(true);
    NodeTraversor.filter(reader, document);
    return reader.links;
  }

  private List<String> read(boolean writtenOnly) {
    var reader = new Reader(writtenOnly);
    NodeTraversor.filter(reader, document);
    return reader.lines.finished();
  }

  private static final class Reader implements NodeFilter {

    final boolean writtenOnly;
    final LineWriter lines = new LineWriter();
    final List<String> links = new ArrayList<>();
    private int quotes;

    Reader(boolean writtenOnly) {
      this.writtenOnly = writtenOnly;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        lines.text(text.getWholeText());
        return FilterResult.CONTINUE;
      }
      return node instanceof Element element ? begin(element) : FilterResult.CONTINUE;
    }

    private FilterResult begin(Element element) {
      var name = element.normalName();
      if (UNSEEN.contains(name) || isHidden(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (writtenOnly && MailMarkup.startsOlderMail(element)) {
        return FilterResult.STOP;
      }
      if (writtenOnly && MailMarkup.isNotWrittenNow(element)) {
        lines.endLine();
        return FilterResult.SKIP_ENTIRELY;
      }
      open(name, element);
      return FilterResult.CONTINUE;
    }

    private void open(String name, Element element) {
      switch (name) {
        case "a" -> link(element);
        case "br" -> lines.lineBreak();
        case "td", "th" -> lines.text(" ");
        case "blockquote" -> quote(MailMarkup.isIndent(element) ? 0 : 1);
        case "pre" -> lines.preformatted(1);
        default -> {
          if (BLOCKS.contains(name) || PARAGRAPHS.contains(name)) {
            lines.endLine();
          }
        }
      }
      if (name.equals("li")) {
        lines.text("- ");
      }
    }

    private void link(Element element) {
      if (quotes == 0 && element.hasAttr("href")) {
        links.add(element.attr("href"));
      }
    }

    private void quote(int step) {
      quotes += step;
      lines.quote(step);
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        close(element.normalName(), element);
      }
      return FilterResult.CONTINUE;
    }

    private void close(String name, Element element) {
      if (BLOCKS.contains(name)) {
        lines.endLine();
      } else if (PARAGRAPHS.contains(name)) {
        lines.endLine();
        if (!element.hasClass(
            "MsoNormal")) { // Outlook's is one line; a blank line is one of its own
          lines.lineBreak();
        }
      }
      if (name.equals("blockquote") && !MailMarkup.isIndent(element)) {
        quote(-1);
      } else if (name.equals("pre")) {
        lines.preformatted(-1);
      }
    }

    private static boolean isHidden(Element element) {
      var style = element.attr("style");
      return element.hasAttr("hidden")
          || !style.isEmpty()
              && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    }
  }
}
