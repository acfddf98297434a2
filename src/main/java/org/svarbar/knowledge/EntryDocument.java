package org.svarbar.knowledge;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import org.svarbar.platform.Json;
import org.svarbar.text.Terms;

/** An entry as the index holds it: analysed by us, so that OpenSearch needs no dictionaries. */
final class EntryDocument {

  private EntryDocument() {}

  static JsonObject of(FaqEntry entry) {
    var language = entry.language();
    var questions = Terms.of(String.join("\n", entry.questions()), language);
    var answer = Terms.of(entry.plainText(), language);
    var text = questions.followedBy(answer);
    var document =
        Json.createObjectBuilder()
            .add(EntryFields.ENTRY, entry.id())
            .add(EntryFields.SOURCE, entry.source())
            .add(EntryFields.KEY, entry.key())
            .add(EntryFields.LANGUAGE, language.getLanguage())
            .add(EntryFields.VISIBILITY, entry.visibility().name())
            .add(
                EntryFields.question(language),
                Json.createObjectBuilder()
                    .add(EntryFields.WORDS, together(questions.keys()))
                    .add(EntryFields.PIECES, together(questions.pieces())))
            .add(EntryFields.text(language), terms(text))
            .add(EntryFields.WORDS_OF_QUESTIONS, each(questions))
            .add(EntryFields.WORDS_OF_ANSWER, each(answer));
    entry.group().ifPresent(group -> document.add(EntryFields.GROUP, group));
    return document.build();
  }

  private static JsonObjectBuilder terms(Terms text) {
    return Json.createObjectBuilder()
        .add(EntryFields.WORDS, together(text.keys()))
        .add(EntryFields.PAIRS, together(text.pairs()))
        .add(EntryFields.PIECES, together(text.pieces()));
  }

  private static String together(List<String> terms) {
    return String.join(" ", terms);
  }

  private static JsonArrayBuilder each(Terms text) {
    return Json.createArrayBuilder(new LinkedHashSet<>(text.keys()));
  }
}
