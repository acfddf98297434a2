package org.svarbar.source;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.svarbar.platform.Json;

/**
 * Questions that a page declares for machines: `FAQPage` of schema.org as JSON-LD, or as microdata.
 */
final class StructuredQuestions {

  private static final int DEEPEST = 20;

  private StructuredQuestions() {}

  static List<FoundQuestion> jsonLd(Document page) {
    var found = new ArrayList<FoundQuestion>();
    for (var script : page.select("script[type=application/ld+json]")) {
      try (var reader = Json.createReader(new StringReader(script.data()))) {
        collect(reader.readValue(), found, 0);
      } catch (JsonException | IllegalStateException e) {
        continue; // what is no JSON declares nothing
      }
    }
    return found;
  }

  static List<FoundQuestion> microdata(Document page) {
    return page.select("[itemtype~=(?i)schema\\.org/Question]").stream()
        .map(StructuredQuestions::ofItem)
        .filter(FoundQuestion::isWhole)
        .toList();
  }

  private static FoundQuestion ofItem(Element item) {
    var name = item.select("[itemprop=name]").first();
    var answer = item.select("[itemprop=acceptedAnswer] [itemprop=text]").first();
    return new FoundQuestion(
        name == null ? "" : said(name, name.text()),
        answer == null ? "" : said(answer, answer.html()),
        item.id());
  }

  private static String said(Element element, String otherwise) {
    return element.hasAttr("content") ? element.attr("content") : otherwise;
  }

  private static void collect(JsonValue value, List<FoundQuestion> found, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (value) {
      case JsonArray array -> array.forEach(each -> collect(each, found, depth + 1));
      case JsonObject object when is(object, "Question") -> add(object, found);
      case JsonObject object -> object.values().forEach(each -> collect(each, found, depth + 1));
      default -> {
        // texts and numbers hold no questions
      }
    }
  }

  private static void add(JsonObject question, List<FoundQuestion> found) {
    var answer = first(question.get("acceptedAnswer"));
    var whole = new FoundQuestion(text(question, "name"), text(answer, "text"), anchor(question));
    if (whole.isWhole()) {
      found.add(whole);
    }
  }

  private static String anchor(JsonObject question) {
    var address = text(question, "url").isEmpty() ? text(question, "@id") : text(question, "url");
    var at = address.indexOf('#');
    return at < 0 ? "" : address.substring(at + 1);
  }

  private static JsonObject first(JsonValue value) {
    return switch (value) {
      case JsonObject object -> object;
      case JsonArray array when !array.isEmpty() -> first(array.getFirst());
      case null, default -> JsonValue.EMPTY_JSON_OBJECT;
    };
  }

  private static boolean is(JsonObject object, String type) {
    return switch (object.get("@type")) {
      case JsonString one -> one.getString().equals(type);
      case JsonArray several ->
          several.stream()
              .anyMatch(one -> one instanceof JsonString it && it.getString().equals(type));
      case null, default -> false;
    };
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }
}
