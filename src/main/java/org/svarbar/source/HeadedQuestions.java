package org.svarbar.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Questions as headings, with what follows each of them as its answer. Where headings end with a
 * question mark, only those are questions; else those from `h2` to `h4` are.
 */
final class HeadedQuestions {

  private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
  private static final Pattern HEADING = Pattern.compile("h[1-6]");

  private final List<Element> asking;
  private final List<FoundQuestion> found = new ArrayList<>();
  private final StringBuilder answer = new StringBuilder();
  private Element open;

  private HeadedQuestions(List<Element> asking) {
    this.asking = asking;
  }

  /**
   * @param content the page's main part, without navigation
   */
  static List<FoundQuestion> in(Element content) {
    var headings = content.select(HEADINGS);
    var questions = headings.stream().filter(each -> each.text().strip().endsWith("?")).toList();
    var asking =
        questions.isEmpty()
            ? headings.stream().filter(each -> each.normalName().matches("h[2-4]")).toList()
            : questions;
    var walk = new HeadedQuestions(asking);
    walk.through(content);
    walk.close();
    return List.copyOf(walk.found);
  }

  private void through(Element element) {
    for (var child : element.childNodes()) {
      if (child instanceof Element heading && HEADING.matcher(heading.normalName()).matches()) {
        heading(heading);
      } else if (child instanceof Element part && part.selectFirst(HEADINGS) != null) {
        through(part);
      } else {
        append(child);
      }
    }
  }

  private void heading(Element heading) {
    if (asking.contains(heading)) {
      close();
      open = heading;
    } else if (open != null && level(heading) <= level(open)) {
      close();
    } else {
      append(heading);
    }
  }

  private void append(Node node) {
    if (open != null && (node instanceof Element || node instanceof TextNode)) {
      answer.append(node.outerHtml());
    }
  }

  private void close() {
    if (open != null) {
      var whole = new FoundQuestion(open.text(), answer.toString(), open.id());
      if (whole.isWhole()) {
        found.add(whole);
      }
    }
    open = null;
    answer.setLength(0);
  }

  private static int level(Element heading) {
    return heading.normalName().charAt(1) - '0';
  }
}
