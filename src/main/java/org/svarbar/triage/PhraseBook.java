package org.svarbar.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Phrases of a resource beside this class: `[section]`, then phrases separated by commas and line
 * breaks; `#` begins a comment line.
 */
final class PhraseBook {

  private final Map<String, List<Phrase>> sections = new LinkedHashMap<>();

  private PhraseBook() {}

  /**
   * @param language in which its words are inflected; {@link Locale#ROOT}: no word is
   */
  static PhraseBook read(String resource, Locale language) {
    var book = new PhraseBook();
    var section = "";
    for (var line : text(resource).lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        book.sections
            .computeIfAbsent(section, it -> new ArrayList<>())
            .addAll(phrases(line, language));
      }
    }
    return book;
  }

  /** Phrases separated by commas. */
  static List<Phrase> phrases(String line, Locale language) {
    return Stream.of(line.split(","))
        .map(String::strip)
        .filter(phrase -> !phrase.isEmpty())
        .map(phrase -> Phrase.of(phrase, language))
        .toList();
  }

  /** Empty when it has no such section. */
  List<Phrase> section(String name) {
    return sections.getOrDefault(name, List.of());
  }

  private static String text(String resource) {
    try (var in = PhraseBook.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
