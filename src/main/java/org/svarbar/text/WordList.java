package org.svarbar.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Words and phrases in a resource beside this class: `[section]`, then entries separated by commas
 * and line breaks; `#` begins a comment line.
 */
final class WordList {

  /** The phrases that frame a mail. */
  static final WordList MAIL = read("mail-phrases.txt");

  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private WordList() {}

  static WordList read(String resource) {
    var list = new WordList();
    var section = "";
    for (var line : text(resource).lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        list.sections.merge(section, entries(line), WordList::joined);
      }
    }
    return list;
  }

  /** The entries of a section that must be there, in order. */
  List<String> section(String name) {
    return Objects.requireNonNull(sections.get(name), name);
  }

  static String text(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static List<String> entries(String line) {
    return Stream.of(line.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
