package org.svarbar.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.svarbar.knowledge.EntryDraft;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.knowledge.Reason;

/** What an editor types about an FAQ entry, from and to the entry itself. */
final class EntryForms {

  /** In the order of the form; a reason's code begins with what it is about. */
  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("key", "key");
    FIELDS.put("language", "language");
    FIELDS.put("visibility", "visibility");
    FIELDS.put("group", "group");
    FIELDS.put("question", "questions");
    FIELDS.put("answer", "answer");
    FIELDS.put("format", "format");
    FIELDS.put("url", "url");
    FIELDS.put("review-on", "review-on");
  }

  private EntryForms() {}

  static Form empty(Locale language) {
    return new Form(
        Map.of(
            "language", language.toLanguageTag(), "visibility", "internal", "format", "markdown"),
        Map.of());
  }

  static Form of(FaqEntry entry) {
    var values = new HashMap<String, String>();
    values.put("key", entry.key());
    values.put("language", entry.language().toLanguageTag());
    values.put("visibility", entry.visibility().name().toLowerCase(Locale.ROOT));
    values.put("group", entry.group().orElse(""));
    values.put("questions", String.join("\n", entry.questions()));
    values.put("answer", entry.answer());
    values.put("format", entry.format().name().toLowerCase(Locale.ROOT));
    values.put("url", entry.url().map(Object::toString).orElse(""));
    values.put("review-on", entry.reviewOn().map(LocalDate::toString).orElse(""));
    values.put("revision", Long.toString(entry.revision()));
    return new Form(values, Map.of());
  }

  /** What was typed; key and language of an entry stay what they are. */
  static Form changed(FaqEntry entry, Form typed) {
    var values = new HashMap<>(typed.values());
    values.put("key", entry.key());
    values.put("language", entry.language().toLanguageTag());
    return new Form(values, Map.of());
  }

  static Form checked(Form form, Locale reader) {
    var wrong = new LinkedHashMap<String, String>();
    for (var reason : entryForm(form).reasons()) {
      wrong.putIfAbsent(field(reason), reason.text(reader));
    }
    return form.withWrong(wrong);
  }

  /** Of a form that is right. */
  static EntryDraft draft(Form form) {
    return entryForm(form).draft();
  }

  /** As the entry would be if it were saved. */
  static FaqEntry preview(EntryDraft draft) {
    return new FaqEntry(
        0,
        "",
        draft.key(),
        draft.language(),
        draft.visibility(),
        draft.group(),
        draft.questions(),
        draft.answer(),
        draft.format(),
        draft.url(),
        draft.reviewOn(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        0);
  }

  private static EntryForm entryForm(Form form) {
    return new EntryForm(
        form.value("key"),
        form.value("language"),
        form.value("visibility"),
        form.value("group"),
        List.of(form.value("questions").split("\\R")),
        form.value("answer"),
        form.value("format"),
        form.value("url"),
        form.value("review-on"));
  }

  private static String field(Reason reason) {
    return FIELDS.keySet().stream()
        .filter(reason.code()::startsWith)
        .findFirst()
        .map(FIELDS::get)
        .orElse("answer");
  }
}
