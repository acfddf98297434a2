package org.svarbar.document;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Cuts what is too long for one answer, between blocks where that is possible. */
final class Passages {

  private Passages() {}

  /** HTML of at most about so many characters each; nothing is left out. */
  static List<String> of(List<Element> blocks, int longest) {
    var passages = new ArrayList<String>();
    var passage = new StringBuilder();
    for (var block : blocks) {
      for (var part : parts(block, longest)) {
        if (!passage.isEmpty() && passage.length() + part.length() > longest) {
          passages.add(passage.toString());
          passage.setLength(0);
        }
        passage.append(part);
      }
    }
    if (!passage.isEmpty()) {
      passages.add(passage.toString());
    }
    return passages;
  }

  private static List<String> parts(Element block, int longest) {
    var html = block.outerHtml();
    return html.length() <= longest ? List.of(html) : paragraphs(block.text(), longest);
  }

  private static List<String> paragraphs(String text, int longest) {
    var parts = new ArrayList<String>();
    var rest = text;
    while (rest.length() > longest) {
      var space = rest.lastIndexOf(' ', longest);
      var end = space > 0 ? space : whole(rest, longest);
      parts.add(paragraph(rest.substring(0, end)));
      rest = rest.substring(end).strip();
    }
    parts.add(paragraph(rest));
    return parts;
  }

  /** Does not cut a character of two parts in half. */
  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static String paragraph(String text) {
    return new Element("p").text(text).outerHtml();
  }
}
