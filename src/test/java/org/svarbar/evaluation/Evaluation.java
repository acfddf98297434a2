package org.svarbar.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.svarbar.crash.KillableServer;
import org.svarbar.testing.OpenSearchNode;

/** Runs every set of a folder through the product and prints a line for each set and mode. */
public final class Evaluation {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /**
   * What the weights of the search were fitted on: each of these is asked with weights of its own.
   */
  private static final String RANKING_FITTED_ON =
      "(swefaq|m365|corona|deepset|phpbb|digdir|fhm|bitcoin|eduid|letsencrypt)-.*";

  /** What the probability was fitted on: on these, it proves nothing. */
  private static final String CONFIDENCE_FITTED_ON =
      "(deepset|phpbb|digdir|fhm|bitcoin|eduid|letsencrypt)-.*|banking77-oos|hwu64";

  /**
   * The weight of similarities was fitted on six English sets, too; without one of these families,
   * the others give this instead of what is shipped. The rest give what is shipped.
   */
  private static final Map<String, String> SIMILARITY_WEIGHT_WITHOUT =
      Map.of("deepset", "12", "phpbb", "12");

  private final Map<String, String> fits = new HashMap<>();
  private final List<Answered> translated = new ArrayList<>();
  private final Path sets;
  private final OpenSearchNode openSearch;
  private final Path folder;
  private final Optional<Path> model;

  private Evaluation(Path sets, OpenSearchNode openSearch, Path folder, Optional<Path> model) {
    this.model = model;
    this.sets = sets;
    this.openSearch = openSearch;
    this.folder = folder;
  }

  /**
   * @param arguments a folder to work in; `sets=` the folder of the sets; `only=` what the names of
   *     the sets must match, or nothing; `fit=` something: weights and coefficients are fitted anew
   *     and printed; `embeddings=` a folder with an embedding model that pools by the mean, or
   *     nothing
   */
  public static void main(String[] arguments) throws IOException {
    var given = arguments[1].substring("sets=".length());
    if (given.isBlank() || !Files.isDirectory(Path.of(given))) {
      System.err.println("-Dsets=DIR must name a folder that holds a folder for each set");
      System.exit(2);
    }
    var sets = Path.of(given);
    var named = arguments[2].substring("only=".length());
    var only = named.isBlank() ? ".*" : named;
    var fit = !arguments[3].equals("fit=");
    var model =
        Optional.of(arguments[4].substring("embeddings=".length()))
            .filter(it -> !it.isBlank())
            .map(it -> Path.of(it).toAbsolutePath());
    var folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "run");
    try (var openSearch =
        OpenSearchNode.start(
            folder.resolve("opensearch"),
            folder.resolve("opensearch.log"),
            KillableServer.freePort())) {
      var evaluation = new Evaluation(sets, openSearch, folder, model);
      OUT.println("evaluation embeddings=" + evaluation.embeddings() + " seed=" + Quality.SEED);
      for (var each : folders(sets)) {
        if (each.getFileName().toString().matches(only)) {
          evaluation.evaluate(each);
        }
      }
      for (var each : TranslatedSets.in(sets)) {
        evaluation.evaluate(each, only);
      }
      evaluation.printAllTranslated();
      if (fit) {
        OUT.println(
            "fit search-weights=" + evaluation.fitted(name -> name.matches(RANKING_FITTED_ON)));
        OUT.println("fit confidence " + evaluation.confidence());
      }
    }
    System.exit(0);
  }

  private static List<Path> folders(Path sets) {
    try (var all = Files.list(sets)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void evaluate(Path set) throws IOException {
    var sets = EvaluationSet.in(set);
    if (sets.isEmpty()) {
      OUT.println("set=" + set.getFileName() + " skipped=no-questions-with-answers-in-it");
    }
    for (var each : sets) {
      evaluate(each);
    }
  }

  private void evaluate(EvaluationSet set) throws IOException {
    var fit = fit(set.name());
    try (var server = server(set.name(), fit)) {
      server.start();
      var run = new EvaluationRun(server.product(), openSearch.uri(), set, embeddings());
      run.importEntries();
      if (!set.asks().equals(set.language())) {
        printFromAnotherLanguage(set, run, new LoadedProduct(server.product(), embeddings()), fit);
        return;
      }
      if (set.isOfIntents()) {
        OUT.println("set=" + set.name() + " mode=cold skipped=an-intent-has-no-text-of-its-own");
      } else {
        print(set, "cold", run.cold(), fit);
      }
      if (set.isOfIntents() || set.hasOtherWordings()) {
        print(set, "warm", run.warm(), fit);
      } else {
        OUT.println("set=" + set.name() + " mode=warm skipped=one-wording-for-each-entry");
      }
    }
  }

  private KillableServer server(String set, Fit fit) throws IOException {
    var name = set.replace('/', '-');
    var h2 = "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    var database = Map.of("SVARBAR_DB_DRIVER", "h2", "SVARBAR_DB_URL", h2);
    return new KillableServer(
        folder.resolve(name + "-server"), openSearch.uri(), database, settings(set, fit));
  }

  /** The lexicon is learned from other sets that there are in both languages. */
  private void printFromAnotherLanguage(
      EvaluationSet set, EvaluationRun run, LoadedProduct product, Fit fit) {
    var from = set.asks().getLanguage();
    var to = set.language().getLanguage();
    var learned = new ArrayList<String>();
    for (var each : TranslatedSets.in(sets)) {
      if (!family(each.stem() + "-").equals(family(set.name()))
          && each.sets().keySet().containsAll(List.of(from, to))
          && !each.pairs(from, to).isEmpty()) {
        new TranslatedRun(product, openSearch.uri()).learn(each, from, to);
        learned.add(each.stem());
      }
    }
    printTranslated(set.name(), run.coldFromAnotherLanguage(), fit.on(), String.join(",", learned));
  }

  private void evaluate(TranslatedSets each, String only) throws IOException {
    var named = each.directions().stream().filter(it -> name(each, it).matches(only)).toList();
    if (named.isEmpty()) {
      return;
    }
    var fit = fit(each.stem() + "-");
    try (var server = server(each.stem() + "-translated", fit)) {
      server.start();
      var run =
          new TranslatedRun(new LoadedProduct(server.product(), embeddings()), openSearch.uri());
      for (var it : named) {
        if (each.pairs(it.getFirst(), it.getLast()).isEmpty()) {
          OUT.println("set=" + name(each, it) + " mode=cold skipped=not-the-same-entries-in-order");
          continue;
        }
        var answered = run.asked(each, it.getFirst(), it.getLast());
        translated.addAll(answered);
        printTranslated(name(each, it), answered, fit.on(), "the-other-half");
      }
    }
  }

  /** Each of these sets alone is too small to say much. */
  private void printAllTranslated() {
    if (!translated.isEmpty()) {
      printTranslated("translated", translated, "all-but-each-one's-own-family", "the-other-half");
    }
  }

  private static String name(TranslatedSets sets, List<String> direction) {
    return sets.stem() + "-" + direction.getFirst() + ">" + direction.getLast();
  }

  /** The probability is of all that was found, not of what is counted here. */
  private void printTranslated(String name, List<Answered> answered, String fit, String lexicon) {
    OUT.println(
        "set="
            + name
            + " mode=cold embeddings="
            + embeddings()
            + " "
            + new Quality(answered).ranking()
            + " plain=pieces-of-words lexicon="
            + lexicon
            + " auroc=skipped:only-entries-in-the-other-language-are-counted fit="
            + fit);
  }

  /**
   * @param on what the weights of the search were fitted on
   */
  private record Fit(String on, Map<String, String> settings) {}

  /** Nothing is asked with weights that were fitted on it or on its neighbours. */
  private Fit fit(String set) {
    if (!set.matches(RANKING_FITTED_ON)) {
      return new Fit("shipped", Map.of());
    }
    var others =
        fits.computeIfAbsent(
            family(set),
            family ->
                fitted(name -> name.matches(RANKING_FITTED_ON) && !family(name).equals(family)));
    return new Fit("all-but-" + family(set), Map.of("svarbar.knowledge.search-weights", others));
  }

  private static String family(String name) {
    return name.substring(0, name.indexOf('-'));
  }

  private String fitted(Predicate<String> names) {
    var ranking = new RankingFit();
    for (var each : folders(sets)) {
      if (names.test(each.getFileName().toString())) {
        EvaluationSet.in(each).stream()
            .filter(set -> !set.isOfIntents() && !set.name().contains("/"))
            .forEach(ranking::add);
      }
    }
    return RankingFit.setting(ranking.weights());
  }

  private String embeddings() {
    return model.map(it -> it.getFileName().toString()).orElse("none");
  }

  private Map<String, String> settings(String set, Fit fit) {
    var settings = new HashMap<>(fit.settings());
    model.ifPresent(
        it -> {
          settings.put("svarbar.embedding.kind", "onnx");
          settings.put("svarbar.embedding.onnx.folder", it.toString());
          // quality is the question here, on however busy a machine
          settings.put("svarbar.embedding.longest-millis", "10000");
          var weight = SIMILARITY_WEIGHT_WITHOUT.get(set.replaceFirst("-.*", ""));
          if (weight != null) {
            settings.put("svarbar.suggestion.similarity-weight", weight);
          }
        });
    return settings;
  }

  private String confidence() {
    var fit = new ConfidenceFit();
    for (var each : folders(sets)) {
      if (each.getFileName().toString().matches(CONFIDENCE_FITTED_ON)) {
        EvaluationSet.in(each).stream().filter(set -> !set.name().contains("/")).forEach(fit::add);
      }
    }
    return fit.shown();
  }

  private void print(EvaluationSet set, String mode, List<Answered> answered, Fit fit) {
    var quality = new Quality(answered);
    OUT.println(
        "set="
            + set.name()
            + " mode="
            + mode
            + " embeddings="
            + embeddings()
            + " "
            + quality.ranking()
            + " "
            + confidence(set, quality)
            + " fit="
            + fit.on());
    if (!set.name().matches(CONFIDENCE_FITTED_ON)) {
      new PromiseKept(answered)
          .lines()
          .forEach(line -> OUT.println("set=" + set.name() + " mode=" + mode + " " + line));
    }
  }

  private static String confidence(EvaluationSet set, Quality quality) {
    return set.name().matches(CONFIDENCE_FITTED_ON)
        ? "auroc=skipped:the-probability-was-fitted-on-this-set"
        : quality.confidence();
  }
}
