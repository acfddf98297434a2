package org.svarbar.document.child;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes simple HTML of what Tika tells about a document: blocks of text, and every stray text in a
 * paragraph of its own.
 */
final class HtmlWriter extends DefaultHandler {

  /** Hold text. */
  private static final Set<String> TEXTS =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "pre", "summary",
          "caption");

  /** Hold other blocks. */
  private static final Set<String> FRAMES =
      Set.of("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "blockquote", "details");

  private static final Set<String> INLINE =
      Set.of("a", "b", "strong", "i", "em", "code", "sub", "sup");

  /** Of no meaning here, and no end of a paragraph. */
  private static final Set<String> UNWRITTEN =
      Set.of(
          "br", "span", "font", "u", "s", "small", "label", "abbr", "time", "mark", "img", "wbr",
          "del", "ins", "q", "cite", "kbd", "samp", "var", "tt", "big");

  /** What is in them is not the document's text. */
  private static final Set<String> SKIPPED =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "nav",
          "button",
          "select",
          "textarea",
          "input",
          "audio",
          "video",
          "canvas");

  private static final int DEEPEST = 100;

  /** Asked at the beginning of every block whether to go on. */
  interface Check {
    void ask() throws Unusable;
  }

  private final int most;
  private final Check check;
  private final StringBuilder html = new StringBuilder();

  /** Every element that Tika began: the name as written here; empty: nothing was written. */
  private final Deque<String> open = new ArrayDeque<>();

  private int skipped;
  private int texts;
  private boolean stray;
  private boolean hasText;

  HtmlWriter(int most, Check check) {
    this.most = most;
    this.check = check;
  }

  boolean hasText() {
    return hasText;
  }

  String html() {
    return html.toString();
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes)
      throws SAXException {
    var name = local.toLowerCase(Locale.ROOT);
    if (skipped > 0 || SKIPPED.contains(name)) {
      skipped++;
      return;
    }
    check.ask();
    if (open.size() > DEEPEST) {
      throw new Unusable(Fault.DAMAGED);
    }
    open.push(begun(name, attributes));
  }

  private String begun(String name, Attributes attributes) throws Unusable {
    if (UNWRITTEN.contains(name)) {
      write(name.equals("br") && (texts > 0 || stray) ? "<br>" : "");
      return "";
    }
    if (INLINE.contains(name)) {
      return inline(name, attributes);
    }
    endStray();
    if (TEXTS.contains(name)) {
      texts++;
    } else if (!FRAMES.contains(name)) {
      return "";
    }
    write("<" + name + ">");
    return name;
  }

  private String inline(String name, Attributes attributes) throws Unusable {
    var address = name.equals("a") ? attributes.getValue("href") : "";
    if (address == null || (texts == 0 && !stray)) {
      return "";
    }
    write(address.isEmpty() ? "<" + name + ">" : "<a href=\"" + escaped(address) + "\">");
    return name;
  }

  @Override
  public void endElement(String uri, String local, String qualified) throws SAXException {
    if (skipped > 0) {
      skipped--;
      return;
    }
    var name = open.pop();
    var ended = local.toLowerCase(Locale.ROOT);
    if (!INLINE.contains(ended) && !UNWRITTEN.contains(ended)) {
      endStray();
    }
    if (!name.isEmpty()) {
      write("</" + name + ">");
      texts -= TEXTS.contains(name) ? 1 : 0;
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    var text = new String(characters, start, length);
    if (skipped > 0) {
      return;
    }
    if (!text.isBlank()) {
      hasText = true;
      if (texts == 0 && !stray) {
        stray = true;
        write("<p>");
      }
    }
    if (texts > 0 || stray) {
      write(escaped(text));
    }
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
    characters(characters, start, length);
  }

  private void endStray() throws Unusable {
    if (stray) {
      stray = false;
      write("</p>");
    }
  }

  private void write(String text) throws Unusable {
    if (html.length() + text.length() > most) {
      throw new Unusable(Fault.TOO_MUCH_TEXT);
    }
    html.append(text);
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
    return escaped.toString();
  }
}
