package org.svarbar.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Makes paragraphs and headings of a PDF's lines. Many a PDF does not say what is a heading; then a
 * line that asks something, and a line with a chapter's number, are taken for one.
 */
final class PdfText {

  private static final int LONGEST_HEADING = 200;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?:(?:sida|side|page|sivu)\\s*)?\\d{1,4}(?:\\s*(?:av|of|/|\\()\\s*\\d{1,4}\\)?)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern CHAPTER =
      Pattern.compile("\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?\\.?\\s+\\p{Lu}[^.!?]{1,80}");
  private static final Pattern ITEM = Pattern.compile("(?:[•●▪◦–*-]|\\d{1,2}[.)])\\s+\\S.*");
  private static final Pattern BROKEN_WORD = Pattern.compile("(\\p{L})[-\u00AD]\\R(\\p{Ll})");
  private static final Pattern ENDED = Pattern.compile(".*[.!?:…]\\s*[)\"”’]?");

  private final Element body;
  private final StringBuilder paragraph = new StringBuilder();

  private PdfText(Element body) {
    this.body = body;
  }

  static void tidy(Document document) {
    if (document.select("h1, h2, h3, h4, h5, h6").isEmpty()) {
      findHeadings(document);
    } else {
      document.body().nodeStream(TextNode.class).forEach(PdfText::joinWords);
    }
  }

  private static void joinWords(TextNode text) {
    text.text(BROKEN_WORD.matcher(text.getWholeText()).replaceAll("$1$2"));
  }

  /** Replaces the body's paragraphs, each of which holds some lines. */
  private static void findHeadings(Document document) {
    var lines = lines(document);
    document.body().empty();
    var text = new PdfText(document.body());
    for (var at = 0; at < lines.size(); ) {
      var heading = heading(lines, at);
      if (heading > 0) {
        text.add("h2", String.join(" ", lines.subList(at, at + heading)));
        at += heading;
      } else {
        text.addLine(lines.get(at++));
      }
    }
    text.endParagraph();
  }

  /** Of the whole document; empty ones are between paragraphs. */
  private static List<String> lines(Document document) {
    var lines = new ArrayList<String>();
    for (var block : document.body().select("p")) {
      block
          .wholeText()
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !PAGE_NUMBER.matcher(line).matches())
          .forEach(lines::add);
      lines.add("");
    }
    return lines;
  }

  /** How many lines from here make a heading: none, or up to three. */
  private static int heading(List<String> lines, int at) {
    if (CHAPTER.matcher(lines.get(at)).matches() && endedBefore(lines, at)) {
      return 1;
    }
    var length = 0;
    for (var many = 1; many <= 3 && at + many <= lines.size(); many++) {
      var line = lines.get(at + many - 1);
      length += line.length();
      if (line.isEmpty() || length > LONGEST_HEADING || !beginsOrGoesOn(line, many)) {
        return 0;
      }
      if (line.endsWith("?")) {
        return endedBefore(lines, at) ? many : 0;
      }
      if (ENDED.matcher(line).matches()) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean beginsOrGoesOn(String line, int many) {
    return many > 1 || !Character.isLowerCase(line.codePointAt(0));
  }

  private static boolean endedBefore(List<String> lines, int at) {
    for (var before = at - 1; before >= 0; before--) {
      if (!lines.get(before).isEmpty()) {
        return before < at - 1 || ENDED.matcher(lines.get(before)).matches();
      }
    }
    return true;
  }

  private void addLine(String line) {
    if (line.isEmpty()) {
      if (ENDED.matcher(paragraph).matches()) {
        endParagraph();
      }
      return;
    }
    if (ITEM.matcher(line).matches()) {
      endParagraph();
    }
    if (endsInHyphen() && Character.isLowerCase(line.codePointAt(0))) {
      paragraph.setLength(paragraph.length() - 1);
    } else if (!paragraph.isEmpty()) {
      paragraph.append(' ');
    }
    paragraph.append(line);
  }

  private boolean endsInHyphen() {
    var last = paragraph.length() - 1;
    return last > 0
        && (paragraph.charAt(last) == '-' || paragraph.charAt(last) == '\u00AD')
        && Character.isLetter(paragraph.charAt(last - 1));
  }

  private void add(String name, String text) {
    endParagraph();
    body.appendElement(name).text(text);
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      body.appendElement("p").text(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
