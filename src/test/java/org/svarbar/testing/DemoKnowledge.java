package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The made-up company's FAQ and its customers' mails, as `src/test/resources/demo` holds them. */
public final class DemoKnowledge {

  private static final Path FOLDER = Path.of("src", "test", "resources", "demo");
  private static final List<String> LANGUAGES = List.of("sv", "nb", "nn", "da", "fi", "en");

  private DemoKnowledge() {}

  /** Sees to it that the product under test knows all of it and finds it. */
  public static void known() {
    knownTo(Product.underTest());
  }

  /** Sees to it that this product knows all of it and finds it. */
  public static void knownTo(Product product) {
    for (var language : LANGUAGES) {
      var answer =
          product.post(
              "api/knowledge/import?source=demo&format=json", file("knowledge/" + language));
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
    var question =
        Json.createObjectBuilder()
            .add("text", "I have forgotten my password")
            .add("language", "en")
            .build();
    Eventually.soon()
        .see(
            "the demo knowledge is found",
            () -> product.post("api/suggestions", question.toString()),
            answer ->
                answer.status() == 200 && answer.body().contains(title("en", "password-reset")));
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
    return array("knowledge/" + language).getValuesAs(JsonObject.class).stream()
        .filter(entry -> entry.getString("key").equals(key))
        .findFirst()
        .orElseThrow()
        .getJsonArray("questions")
        .getString(0);
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
    try (var reader = Json.createReader(new java.io.StringReader(file(name)))) {
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
