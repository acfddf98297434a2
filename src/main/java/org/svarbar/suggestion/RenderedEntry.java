package org.svarbar.suggestion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.text.Sentences;
import org.svarbar.text.Terms;

/**
 * An entry's answer made ready to be shown.
 *
 * @param html sanitised
 * @param sentences of the answer as plain text
 */
record RenderedEntry(String html, List<Sentence> sentences) {

  /**
   * @param keys what its words compare by
   */
  record Sentence(String text, Set<String> keys) {}

  static RenderedEntry of(FaqEntry entry) {
    var html = entry.html();
    return new RenderedEntry(
        html,
        Sentences.of(FaqEntry.plainText(html), entry.language()).stream()
            .map(text -> new Sentence(text, keys(text, entry)))
            .toList());
  }

  private static Set<String> keys(String text, FaqEntry entry) {
    return new HashSet<>(Terms.of(text, entry.language()).keys());
  }
}
