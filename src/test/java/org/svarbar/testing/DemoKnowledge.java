package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.svarbar.testing.Product.Answer;

/** The made-up company's FAQ and its customers' mails, as `src/test/resources/demo` holds them. */
public final class DemoKnowledge {

  private static final Path FOLDER = Path.of("src", "test", "resources", "demo");
  public static final List<String> LANGUAGES = List.of("sv", "nb", "nn", "da", "fi", "en");

  private DemoKnowledge() {}

  /** Sees to it that the product under test knows all of it and finds it. */
  public static void known() {
    knownTo(Product.underTest());
  }

  /** Sees to it that this product knows all of it and finds it. */
  public static void knownTo(Product product) {
    for (var language : LANGUAGES) {
      var answer = importFaq(product, language);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
    awaitIndex(product);
  }

  /** Imports the FAQ of one language; returns the report. */
  public static Answer importFaq(Product product, String language) {
    return product.post(
        "api/knowledge/import?source=demo&format=json", file("knowledge/" + language));
  }

  /** Waits until a product finds everything that it knows. */
  public static void awaitIndex(Product product) {
    Eventually.soon()
        .see(
            "the index holds what the database does",
            () -> product.get("api/knowledge/index"),
            it ->
                it.status() == 200
                    && it.json().asJsonObject().getInt("behind") == 0
                    && !it.json().asJsonObject().getBoolean("rebuilding")
                    && !it.json().asJsonObject().getJsonArray("serving").isEmpty());
  }

  /** A sample mail by its id, such as `sv-1`. */
  public static Mail mail(String id) {
    return mails().stream().filter(mail -> mail.id().equals(id)).findFirst().orElseThrow();
  }

  /** All sample mails. */
  public static List<Mail> mails() {
    return array("mails").getValuesAs(JsonObject.class).stream().map(Mail::of).toList();
  }

  /** The first question of an entry, which is its title. */
  public static String title(String language, String key) {
    return entry(language, key).getJsonArray("questions").getString(0);
  }

  /** An entry's answer as an agent would send it, in plain text. */
  public static String answer(String language, String key) {
    return entry(language, key)
        .getString("answer")
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .replace("**", "");
  }

  /** The address of an entry's page. */
  public static String page(String language, String key) {
    return entry(language, key).getString("url");
  }

  private static JsonObject entry(String language, String key) {
    return array("knowledge/" + language).getValuesAs(JsonObject.class).stream()
        .filter(entry -> entry.getString("key").equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** The first question of each entry of a language that only agents may read. */
  public static List<String> questionsOfInternalEntries(String language) {
    return array("knowledge/" + language).getValuesAs(JsonObject.class).stream()
        .filter(entry -> entry.getString("visibility").equals("internal"))
        .map(entry -> entry.getJsonArray("questions").getString(0))
        .toList();
  }

  /** The key of the entry with this title; the title itself when it is none of these. */
  public static String key(String language, String title) {
    return array("knowledge/" + language).getValuesAs(JsonObject.class).stream()
        .filter(entry -> entry.getJsonArray("questions").getString(0).equals(title))
        .map(entry -> entry.getString("key"))
        .findFirst()
        .orElse(title);
  }

  /**
   * A customer's mail.
   *
   * @param expected the key of the entry that answers it; empty: none does
   */
  public record Mail(
      String id, String language, String subject, String body, String from, String expected) {

    private static Mail of(JsonObject json) {
      var isAnswered = json.get("expected").getValueType() == JsonValue.ValueType.STRING;
      return new Mail(
          json.getString("id"),
          json.getString("language"),
          json.getString("subject"),
          json.getString("body"),
          json.getString("from"),
          isAnswered ? json.getString("expected") : "");
    }

    /** The title of the entry that answers it. */
    public String expectedTitle() {
      return title(language, expected);
    }
  }

  private static JsonArray array(String name) {
    try (var reader = Json.createReader(new StringReader(file(name)))) {
      return reader.readArray();
    }
  }

  private static String file(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
