package org.svarbar.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.parser.Parser;

/**
 * Reads an entry from a Markdown file, whose front matter says everything but the answer. Without a
 * `key` the file's name is the key.
 */
final class MarkdownForms {

  static final String SUFFIX = ".md";
  static final int LARGEST_FILE = 500_000;

  private static final Pattern FRONT =
      Pattern.compile("\\A(---[ \\t]*\\R.*?\\R---[ \\t]*)(?:\\R(.*))?\\z", Pattern.DOTALL);
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(YamlFrontMatterExtension.create())).build();

  private MarkdownForms() {}

  /**
   * @param name the file's path within its folder or ZIP file
   */
  static FoundForm read(String name, byte[] file) {
    if (file.length > LARGEST_FILE) {
      return FoundForm.unusable(name, Reason.of("file-too-large", LARGEST_FILE / 1000));
    }
    var text = Utf8.text(file);
    if (text.isEmpty()) {
      return FoundForm.unusable(name, Reason.of("not-utf-8"));
    }
    var front = FRONT.matcher(text.get());
    return front.matches()
        ? FoundForm.of(name, form(name, said(front.group(1)), front.group(2)))
        : FoundForm.unusable(name, Reason.of("front-matter-missing"));
  }

  private static Map<String, List<String>> said(String front) {
    var visitor = new YamlFrontMatterVisitor();
    PARSER.parse(front).accept(visitor);
    return visitor.getData();
  }

  private static EntryForm form(String name, Map<String, List<String>> said, String answer) {
    var file = name.substring(name.lastIndexOf('/') + 1);
    var stem = file.substring(0, file.length() - SUFFIX.length());
    var questions = said.getOrDefault("questions", said.getOrDefault("question", List.of()));
    return new EntryForm(
        first(said, "key", stem),
        first(said, "language", ""),
        first(said, "visibility", ""),
        first(said, "group", ""),
        questions,
        answer == null ? "" : answer,
        first(said, "format", ""),
        first(said, "url", ""),
        first(said, "review_on", ""));
  }

  private static String first(Map<String, List<String>> said, String name, String otherwise) {
    return said.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse(otherwise);
  }
}
