package org.svarbar.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.svarbar.platform.Languages;
import org.svarbar.text.LanguageGuess;

/**
 * Entries, questions, and which entry answers which question.
 *
 * @param past questions of the past, with the entry that answered them; empty: those of other folds
 *     are taken
 */
record EvaluationSet(
    String name, Locale language, List<Entry> entries, List<Asked> asked, List<Asked> past) {

  /** One entry; a part that the set does not index is empty. */
  record Entry(String id, String question, String answer) {}

  /**
   * A question.
   *
   * @param language in which it is asked
   * @param answers ids of the entries that answer it; empty: nothing does
   */
  record Asked(String id, String text, Locale language, Set<String> answers) {}

  /** All sets of a folder; a folder with `queries-XX.tsv` beside `queries.tsv` is several. */
  static List<EvaluationSet> in(Path folder) {
    if (Files.exists(folder.resolve("docs.tsv"))) {
      return retrieval(folder);
    }
    var files =
        Stream.of("train.tsv", "valid.tsv", "test.tsv")
            .map(folder::resolve)
            .filter(Files::exists)
            .filter(file -> header(file).containsAll(List.of("text", "label", "oos")))
            .toList();
    if (files.isEmpty()) {
      return List.of();
    }
    var train = files.getFirst();
    var held = files.stream().skip(1).findFirst();
    return List.of(intents(folder, train, held));
  }

  /** What is indexed of each entry, by its id. */
  List<Map.Entry<String, String>> texts() {
    return entries.stream()
        .map(entry -> Map.entry(entry.id(), entry.question() + "\n" + entry.answer()))
        .toList();
  }

  /** The language of its questions. */
  Locale asks() {
    return asked.isEmpty() ? language : asked.getFirst().language();
  }

  /** Whether some entry answers more than one of the questions. */
  boolean hasOtherWordings() {
    var seen = new HashSet<String>();
    return asked.stream().flatMap(each -> each.answers().stream()).anyMatch(id -> !seen.add(id));
  }

  boolean isOfIntents() {
    return !past.isEmpty()
        || entries.stream().allMatch(entry -> entry.question().equals(entry.answer()));
  }

  boolean hasUnanswerable() {
    return asked.stream().anyMatch(each -> each.answers().isEmpty());
  }

  private static List<EvaluationSet> retrieval(Path folder) {
    var options = options(folder);
    var index = options.getString("index", "both");
    var rows = rows(folder.resolve("docs.tsv"));
    var language =
        Languages.find(options.getString("language", "")).orElseGet(() -> language(rows));
    var entries =
        rows.stream()
            .map(
                it ->
                    new Entry(
                        it.get("id"),
                        index.equals("answer") ? "" : it.get("question"),
                        index.equals("question") ? "" : it.get("answer")))
            .toList();
    var answers = new HashMap<String, Set<String>>();
    for (var it : rows(folder.resolve("qrels.tsv"))) {
      answers.computeIfAbsent(it.get("query_id"), id -> new HashSet<>()).add(it.get("doc_id"));
    }
    var sets = new ArrayList<EvaluationSet>();
    for (var file : queryFiles(folder)) {
      var suffix = file.getFileName().toString().replaceAll("queries-?|\\.tsv", "");
      var asks = Languages.find(suffix).orElse(language);
      var asked =
          rows(file).stream()
              .map(
                  it ->
                      new Asked(
                          it.get("id"),
                          it.get("text"),
                          asks,
                          answers.getOrDefault(it.get("id"), Set.of())))
              .toList();
      var name = folder.getFileName() + (suffix.isEmpty() ? "" : "/" + suffix);
      sets.add(new EvaluationSet(name, language, entries, asked, List.of()));
    }
    return sets;
  }

  /** A folder's entries with question and answer, whatever of them the set indexes. */
  static List<Entry> whole(Path folder) {
    return rows(folder.resolve("docs.tsv")).stream()
        .map(it -> new Entry(it.get("id"), it.get("question"), it.get("answer")))
        .toList();
  }

  private static EvaluationSet intents(Path folder, Path train, Optional<Path> held) {
    var past = intents(train);
    var language =
        Languages.find(options(folder).getString("language", ""))
            .orElseGet(() -> language(rows(train)));
    var labels = new LinkedHashMap<String, Entry>();
    for (var it : past) {
      for (var label : it.answers()) {
        var said = label.replaceAll("[_.:/-]+", " ").strip();
        labels.putIfAbsent(label, new Entry(label, said, said));
      }
    }
    var asked = held.map(EvaluationSet::intents).orElse(past);
    return new EvaluationSet(
        folder.getFileName().toString(),
        language,
        List.copyOf(labels.values()),
        in(language, asked),
        held.isPresent() ? in(language, past) : List.of());
  }

  private static List<Asked> in(Locale language, List<Asked> asked) {
    return asked.stream().map(it -> new Asked(it.id(), it.text(), language, it.answers())).toList();
  }

  private static List<Asked> intents(Path file) {
    var asked = new ArrayList<Asked>();
    for (var it : rows(file)) {
      var answers = it.get("oos").equals("1") ? Set.<String>of() : Set.of(it.get("label"));
      asked.add(
          new Asked(
              file.getFileName() + ":" + (asked.size() + 1), it.get("text"), Locale.ROOT, answers));
    }
    return asked;
  }

  private static List<Path> queryFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("queries(-\\w\\w)?\\.tsv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Locale language(List<Map<String, String>> rows) {
    var text = new StringBuilder();
    rows.stream()
        .limit(200)
        .forEach(it -> it.values().forEach(part -> text.append(part).append('\n')));
    return LanguageGuess.of(text.toString()).map(LanguageGuess::language).orElse(Languages.ENGLISH);
  }

  private static JsonObject options(Path folder) {
    var file = folder.resolve("options.json");
    if (!Files.exists(file)) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> header(Path file) {
    return List.of(lines(file).getFirst().split("\t"));
  }

  /** Rows by the names of their columns. */
  private static List<Map<String, String>> rows(Path file) {
    var lines = lines(file);
    var names = lines.getFirst().split("\t");
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines.subList(1, lines.size())) {
      var parts = line.split("\t", -1);
      var found = new HashMap<String, String>();
      for (var i = 0; i < names.length; i++) {
        found.put(names[i], i < parts.length ? parts[i] : "");
      }
      rows.add(found);
    }
    return rows;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
