package org.svarbar.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.parser.Parser;

/** Reads an entry from a Markdown file, whose front matter says everything but the answer. */
public final class MarkdownForms {

  /** The largest file, in bytes. */
  public static final int LARGEST_FILE = 500_000;

  static final String SUFFIX = ".md";
  private static final String NO_FRONT = "front-matter-missing";

  private static final Pattern FRONT =
      Pattern.compile("\\A(---[ \\t]*\\R.*?\\R---[ \\t]*)(?:\\R(.*))?\\z", Pattern.DOTALL);
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(YamlFrontMatterExtension.create())).build();

  private MarkdownForms() {}

  /** Without a `key` in it, the file's name is the key. */
  static FoundForm read(String name, byte[] file) {
    var stem = name.substring(name.lastIndexOf('/') + 1);
    return read(name, stem.substring(0, stem.length() - SUFFIX.length()), file);
  }

  /** Whether a file was refused for nothing but that it is Markdown without front matter. */
  public static boolean hasNoFront(FoundForm found) {
    return found.reasons().stream().map(Reason::code).toList().equals(List.of(NO_FRONT));
  }

  /**
   * @param name the file's path within its folder or ZIP file
   * @param key of the entry if the front matter has none
   */
  public static FoundForm read(String name, String key, byte[] file) {
    if (file.length > LARGEST_FILE) {
      return FoundForm.unusable(name, Reason.of("file-too-large", LARGEST_FILE / 1000));
    }
    var text = Utf8.text(file);
    if (text.isEmpty()) {
      return FoundForm.unusable(name, Reason.of("not-utf-8"));
    }
    var front = FRONT.matcher(text.get());
    return front.matches()
        ? FoundForm.of(name, form(key, said(front.group(1)), front.group(2)))
        : FoundForm.unusable(name, Reason.of(NO_FRONT));
  }

  private static Map<String, List<String>> said(String front) {
    var visitor = new YamlFrontMatterVisitor();
    PARSER.parse(front).accept(visitor);
    return visitor.getData();
  }

  private static EntryForm form(String key, Map<String, List<String>> said, String answer) {
    var questions = said.getOrDefault("questions", said.getOrDefault("question", List.of()));
    return new EntryForm(
        first(said, "key", key),
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
