package org.svarbar.document;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A part of a document.
 *
 * @param headings from the outermost to its own; empty: it stands before the first
 * @param blocks what stands below, up to the next heading
 */
record Section(List<String> headings, List<Element> blocks) {

  private static final String BETWEEN = " – ";

  Section {
    headings = List.copyOf(headings);
    blocks = List.copyOf(blocks);
  }

  boolean isEmpty() {
    return blocks.stream().allMatch(block -> block.text().isBlank());
  }

  /** What it is about: its question, or its place in the document. */
  String title(String document) {
    if (headings.isEmpty()) {
      return document;
    }
    return headings.getLast().endsWith("?") ? headings.getLast() : String.join(BETWEEN, headings);
  }
}
