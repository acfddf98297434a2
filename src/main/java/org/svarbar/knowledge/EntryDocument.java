package org.svarbar.knowledge;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.svarbar.text.Words;

/** An entry as the index holds it. */
final class EntryDocument {

  private EntryDocument() {}

  static JsonObject of(FaqEntry entry) {
    var language = entry.language();
    var answer = entry.plainText();
    var document =
        Json.createObjectBuilder()
            .add(EntryFields.ENTRY, entry.id())
            .add(EntryFields.SOURCE, entry.source())
            .add(EntryFields.KEY, entry.key())
            .add(EntryFields.LANGUAGE, language.getLanguage())
            .add(EntryFields.VISIBILITY, entry.visibility().name())
            .add(EntryFields.question(language), array(entry.questions()))
            .add(EntryFields.answer(language), answer)
            .add(EntryFields.QUESTION_WORDS, array(words(entry.questions(), language)))
            .add(EntryFields.ANSWER_WORDS, array(words(List.of(answer), language)));
    entry.group().ifPresent(group -> document.add(EntryFields.GROUP, group));
    return document.build();
  }

  private static Set<String> words(List<String> texts, Locale language) {
    var words = new LinkedHashSet<String>();
    for (var text : texts) {
      Words.of(text, language).forEach(word -> words.add(word.key()));
    }
    return words;
  }

  private static JsonArray array(Collection<String> values) {
    return Json.createArrayBuilder(values).build();
  }
}
