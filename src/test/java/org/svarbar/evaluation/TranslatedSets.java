package org.svarbar.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.svarbar.evaluation.EvaluationSet.Entry;
import org.svarbar.platform.Languages;

/**
 * Sets in several languages whose entries are translations of each other: folders of one name but
 * for the language at its end, such as `help-sv` and `help-en`.
 *
 * @param stem what their names have in common
 * @param sets by language
 */
record TranslatedSets(String stem, Map<String, Translated> sets) {

  /**
   * @param whole entries with question and answer
   */
  record Translated(EvaluationSet set, List<Entry> whole) {}

  /** An entry in two languages. */
  record Pair(Entry first, Entry second) {}

  /** Those of a folder, by their stems. */
  static List<TranslatedSets> in(Path folder) {
    var found = new TreeMap<String, Map<String, Translated>>();
    for (var each : folders(folder)) {
      var name = each.getFileName().toString();
      var end = name.lastIndexOf('-');
      var isInALanguage =
          end > 0
              && Languages.ALL.stream()
                  .anyMatch(it -> it.getLanguage().equals(name.substring(end + 1)));
      if (isInALanguage && Files.exists(each.resolve("docs.tsv"))) {
        var set = EvaluationSet.in(each).getFirst();
        found
            .computeIfAbsent(name.substring(0, end), it -> new LinkedHashMap<>())
            .put(name.substring(end + 1), new Translated(set, EvaluationSet.whole(each)));
      }
    }
    return found.entrySet().stream()
        .filter(it -> it.getValue().size() > 1)
        .map(it -> new TranslatedSets(it.getKey(), it.getValue()))
        .toList();
  }

  private static List<Path> folders(Path folder) {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Entries that both languages have, in the order of the first. */
  List<Pair> pairs(String first, String second) {
    var ones = sets.get(first).whole();
    var others = sets.get(second).whole();
    if (ones.size() != others.size() && areNumbersOfLines(ones) && areNumbersOfLines(others)) {
      return new EntryAlignment(sets.get(first).set(), ones, sets.get(second).set(), others)
          .pairs();
    }
    var byId = others.stream().collect(Collectors.toMap(Entry::id, it -> it, (a, b) -> a));
    return ones.stream()
        .filter(it -> byId.containsKey(it.id()))
        .map(it -> new Pair(it, byId.get(it.id())))
        .toList();
  }

  /** Such ids are the same in both sets by chance: where one lacks an entry, the others shift. */
  private static boolean areNumbersOfLines(List<Entry> entries) {
    return IntStream.range(0, entries.size())
        .allMatch(i -> entries.get(i).id().matches("\\D*0*(" + i + "|" + (i + 1) + ")"));
  }

  /** Pairs of languages, in alphabetical order, both ways. */
  List<List<String>> directions() {
    var directions = new ArrayList<List<String>>();
    for (var from : sets.keySet()) {
      for (var to : sets.keySet()) {
        if (!from.equals(to)) {
          directions.add(List.of(from, to));
        }
      }
    }
    return directions;
  }
}
