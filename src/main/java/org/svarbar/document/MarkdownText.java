package org.svarbar.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.svarbar.document.child.Kind;
import org.svarbar.knowledge.AnswerFormat;
import org.svarbar.knowledge.AnswerHtml;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.knowledge.MarkdownForms;

/**
 * Reads Markdown: one entry where front matter has the question, otherwise a document with
 * headings, for which front matter may say language, visibility and group.
 */
final class MarkdownText {

  private MarkdownText() {}

  /**
   * @param file its bytes, more of them than are allowed if it is too large
   */
  static List<FoundForm> read(DocumentName name, byte[] file) {
    var found = MarkdownForms.read(name.path(), name.key(""), file);
    if (MarkdownForms.hasNoFront(found)) {
      return document(name, new String(file, StandardCharsets.UTF_8));
    }
    return found
        .form()
        .filter(front -> front.questions().isEmpty())
        .map(front -> document(name, front))
        .orElse(List.of(found));
  }

  private static List<FoundForm> document(DocumentName name, String markdown) {
    var html = AnswerHtml.of(markdown, AnswerFormat.MARKDOWN);
    return DocumentForms.of(name, Kind.HTML, new Reading.Text("", html));
  }

  private static List<FoundForm> document(DocumentName name, EntryForm front) {
    return document(name, front.answer()).stream().map(found -> withFront(found, front)).toList();
  }

  private static FoundForm withFront(FoundForm found, EntryForm front) {
    return found
        .form()
        .map(
            form ->
                new EntryForm(
                    form.key(),
                    front.language().isEmpty() ? form.language() : front.language(),
                    front.visibility(),
                    front.group(),
                    form.questions(),
                    form.answer(),
                    form.format(),
                    front.url(),
                    front.reviewOn()))
        .map(form -> FoundForm.of(found.place(), form))
        .orElse(found);
  }
}
