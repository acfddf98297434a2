package org.svarbar.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A FAQ as large as one likes, made of the words and sentences of the sample FAQ, and mails that
 * ask for its entries. The same seed makes the same: entry `i` does not depend on how many there
 * are.
 */
final class GeneratedKnowledge {

  private static final Path SAMPLES = Path.of("src/test/resources/demo/knowledge");
  private static final int GROUPS = 30;

  /** How many of a hundred entries are in a language: a Swedish organisation with neighbours. */
  private enum Tongue {
    SV(40),
    NB(20),
    NN(3),
    DA(12),
    FI(15),
    EN(10);

    private final int share;

    Tongue(int share) {
      this.share = share;
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final long seed;
  private final Map<Tongue, Vocabulary> vocabularies = new EnumMap<>(Tongue.class);
  private final List<Tongue> hundred =
      Arrays.stream(Tongue.values())
          .flatMap(tongue -> Stream.generate(() -> tongue).limit(tongue.share))
          .toList();

  GeneratedKnowledge(long seed) throws IOException {
    this.seed = seed;
    for (var tongue : Tongue.values()) {
      var samples = samples(tongue);
      var answers =
          samples.getValuesAs(JsonObject.class).stream().map(it -> it.getString("answer")).toList();
      vocabularies.put(
          tongue, Vocabulary.of(questions(samples), answers, new Random(seed + tongue.ordinal())));
    }
  }

  private static JsonArray samples(Tongue tongue) throws IOException {
    try (var reader =
        Json.createReader(Files.newBufferedReader(SAMPLES.resolve(tongue.code() + ".json")))) {
      return reader.readArray();
    }
  }

  private static List<String> questions(JsonArray samples) {
    return samples.getValuesAs(JsonObject.class).stream()
        .flatMap(it -> it.getJsonArray("questions").getValuesAs(JsonString.class).stream())
        .map(JsonString::getString)
        .toList();
  }

  /** Entries `from` (inclusive) to `to` (exclusive) in the form of an import. */
  String file(int from, int to) {
    var all = Json.createArrayBuilder();
    IntStream.range(from, to).forEach(i -> all.add(entry(i)));
    return all.build().toString();
  }

  private record Entry(
      Tongue tongue, Vocabulary vocabulary, List<String> topic, List<String> questions) {}

  /** Always the same for the same number; its further random choices are the caller's. */
  private Entry drawn(int number, Random random) {
    var tongue = hundred.get(random.nextInt(hundred.size()));
    var vocabulary = vocabularies.get(tongue);
    var topic = Stream.generate(() -> vocabulary.word(random)).limit(5).toList();
    var questions =
        Stream.generate(() -> vocabulary.question(topic, random))
            .limit(1 + random.nextInt(3))
            .toList();
    return new Entry(tongue, vocabulary, topic, questions);
  }

  private Random randomOf(int number) {
    var random = new Random(seed * 31 + number);
    random.nextLong();
    return random;
  }

  private JsonObjectBuilder entry(int number) {
    var random = randomOf(number);
    var entry = drawn(number, random);
    var isPublic = random.nextInt(100) < 85;
    var questions = Json.createArrayBuilder();
    entry.questions().forEach(questions::add);
    var json =
        Json.createObjectBuilder()
            .add("key", "entry-" + number)
            .add("language", entry.tongue().code())
            .add("visibility", isPublic ? "public" : "internal")
            .add("questions", questions)
            .add("answer", answer(entry, random));
    if (random.nextInt(100) < 70) {
      json.add("group", "group-" + random.nextInt(GROUPS));
    }
    return isPublic ? json.add("url", "https://faq.example/" + number) : json;
  }

  /** Paragraphs, and every third time a list between them. */
  private static String answer(Entry entry, Random random) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(sentences(entry, 1 + random.nextInt(3), " ", random));
    if (random.nextInt(3) == 0) {
      paragraphs.add("- " + sentences(entry, 2 + random.nextInt(3), "\n- ", random));
    }
    paragraphs.add(sentences(entry, 1 + random.nextInt(5), " ", random));
    return String.join("\n\n", paragraphs);
  }

  private static String sentences(Entry entry, int count, String between, Random random) {
    return Stream.generate(() -> entry.vocabulary().sentence(entry.topic(), random))
        .limit(count)
        .collect(Collectors.joining(between));
  }

  /**
   * Mails that each ask for another of the first `entries`, as the body of a request for
   * suggestions: a third of them in a line, a third in a few sentences, a third at length.
   */
  List<String> mails(int count, int entries) {
    var random = new Random(seed + entries);
    return IntStream.range(0, count)
        .mapToObj(i -> mail(random.nextInt(entries), i % 3, random).build().toString())
        .toList();
  }

  private JsonObjectBuilder mail(int number, int length, Random random) {
    var entry = drawn(number, randomOf(number));
    var question = entry.questions().get(random.nextInt(entry.questions().size()));
    var asked = new ArrayList<String>();
    asked.add(reworded(question, random));
    var around = List.of(0, 2, 7).get(length);
    for (var i = 0; i < around; i++) {
      var sentence = entry.vocabulary().sentence(entry.topic(), random);
      asked.add(i % 2 == 0 ? 0 : asked.size(), reworded(sentence, random));
    }
    return Json.createObjectBuilder()
        .add("subject", String.join(" ", entry.topic().subList(0, 2)))
        .add("text", String.join(" ", asked));
  }

  /** Some words left out, some mistyped. */
  private static String reworded(String text, Random random) {
    return Arrays.stream(text.split(" "))
        .filter(word -> random.nextInt(100) >= 15)
        .map(word -> random.nextInt(100) < 5 ? Vocabulary.mistyped(word, random) : word)
        .collect(Collectors.joining(" "));
  }
}
