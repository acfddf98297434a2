package org.svarbar.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Cuts a document at its headings, and at what it shows and hides by itself. */
final class Sections {

  private record Heading(int level, String text) {}

  private final List<Section> sections = new ArrayList<>();
  private final Deque<Heading> path = new ArrayDeque<>();
  private List<Element> blocks = new ArrayList<>();

  private Sections() {}

  /** In the order of the document; none is empty. */
  static List<Section> of(Document document) {
    var cut = new Sections();
    for (var block : document.body().children()) {
      cut.add(block);
    }
    cut.end();
    return List.copyOf(cut.sections);
  }

  private void add(Element block) {
    if (block.normalName().matches("h[1-6]")) {
      begin(block.normalName().charAt(1) - '0', block.text().strip());
    } else if (block.nameIs("details")) {
      addDetails(block);
    } else {
      blocks.add(block);
    }
  }

  private void begin(int level, String heading) {
    if (heading.isEmpty()) {
      return;
    }
    end();
    while (!path.isEmpty() && path.getLast().level() >= level) {
      path.removeLast();
    }
    path.addLast(new Heading(level, heading));
  }

  private void end() {
    addUnlessEmpty(new Section(path.stream().map(Heading::text).toList(), blocks));
    blocks = new ArrayList<>();
  }

  private void addDetails(Element details) {
    var summary = details.children().select("summary").first();
    if (summary == null || summary.text().isBlank()) {
      blocks.add(details);
      return;
    }
    var headings = new ArrayList<>(path.stream().map(Heading::text).toList());
    headings.add(summary.text().strip());
    summary.remove();
    addUnlessEmpty(new Section(headings, details.children()));
  }

  private void addUnlessEmpty(Section section) {
    if (!section.isEmpty()) {
      sections.add(section);
    }
  }
}
