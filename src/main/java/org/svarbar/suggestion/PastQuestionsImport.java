package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.EntryIdentity;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.platform.Languages;
import org.svarbar.redaction.Redaction;
import org.svarbar.suggestion.PastQuestionsResource.Refused;
import org.svarbar.suggestion.PastQuestionsResource.Report;
import org.svarbar.text.LanguageGuess;

/** Reads past questions and finds the entries that they belong to. */
@ApplicationScoped
class PastQuestionsImport {

  @Inject FaqEntries entries;
  @Inject PastQuestions questions;

  Report read(String source, JsonArray array) {
    var known = new HashMap<String, List<EntryIdentity>>();
    var usable = new ArrayList<AnsweredQuestion>();
    var refused = new ArrayList<Refused>();
    for (var i = 0; i < array.size(); i++) {
      try {
        usable.add(question(array.get(i), known));
      } catch (Unusable e) {
        refused.add(new Refused(i + 1, e.getMessage()));
      }
    }
    var added = questions.add(source, usable);
    return new Report(added, usable.size() - added, refused);
  }

  private AnsweredQuestion question(JsonValue value, Map<String, List<EntryIdentity>> known) {
    if (!(value instanceof JsonObject object)) {
      throw new Unusable("is not a JSON object");
    }
    var text = Redaction.of(text(object, "text")).text().strip();
    require(!text.isEmpty(), "text: is missing");
    var reference = text(object, "reference");
    require(!reference.isBlank(), "reference: is missing");
    require(reference.length() <= PastQuestion.LONGEST_REFERENCE, "reference: is too long");
    var language = text(object, "language");
    var written =
        Languages.find(language)
            .or(() -> LanguageGuess.of(text).map(LanguageGuess::language))
            .orElse(Languages.ENGLISH);
    var entry =
        known.computeIfAbsent(text(object, "entrySource"), entries::identities).stream()
            .filter(it -> it.key().equals(text(object, "entryKey")))
            .sorted(
                (a, b) ->
                    Boolean.compare(b.language().equals(written), a.language().equals(written)))
            .findFirst()
            .orElseThrow(() -> new Unusable("entrySource, entryKey: there is no such entry"));
    var shortened = text.substring(0, Math.min(text.length(), PastQuestion.LONGEST_TEXT));
    return new AnsweredQuestion(reference, entry.id(), written, shortened, askedAt(object));
  }

  private static Optional<Instant> askedAt(JsonObject object) {
    var written = text(object, "askedAt");
    try {
      return written.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(written));
    } catch (DateTimeException e) {
      throw new Unusable("askedAt: is no time such as 2026-01-31T12:00:00Z", e);
    }
  }

  /** `""` where it was left out. */
  private static String text(JsonObject object, String name) {
    return switch (object.getOrDefault(name, JsonValue.NULL)) {
      case JsonString string -> string.getString();
      case JsonValue value when value.equals(JsonValue.NULL) -> "";
      default -> throw new Unusable(name + ": is not a text");
    };
  }

  private static void require(boolean held, String reason) {
    if (!held) {
      throw new Unusable(reason);
    }
  }

  /** Why one question cannot be taken. */
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason);
    }

    Unusable(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
