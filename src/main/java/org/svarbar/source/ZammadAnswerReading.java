package org.svarbar.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Fields;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.knowledge.FoundForm;

/** One run through Zammad's answers: an item is the translation of an answer. */
final class ZammadAnswerReading {

  private final ZammadKnowledgeBaseCalls calls;
  private final SourceRun run;
  private final Instant now;
  private final Fields everything;
  private final Map<String, Fields> answers;
  private final Map<String, Fields> categories;
  private final Map<String, String> languages;

  ZammadAnswerReading(ZammadKnowledgeBaseCalls calls, SourceRun run, Instant now) {
    this.calls = calls;
    this.run = run;
    this.now = now;
    this.everything = calls.everything();
    this.answers = byNumber("KnowledgeBaseAnswer");
    this.categories = byNumber("KnowledgeBaseCategory");
    this.languages = languages();
  }

  void read() {
    var translations = all("KnowledgeBaseAnswerTranslation");
    for (var i = 0; i < translations.size(); i++) {
      run.progress(i, translations.size());
      read(translations.get(i));
    }
    run.progress(translations.size(), translations.size());
  }

  private void read(Fields translation) {
    var answer = translation.text("answer_id").map(answers::get);
    var visibility = answer.flatMap(this::visibility);
    if (visibility.isEmpty()) {
      return;
    }
    var item = translation.text("id").orElseThrow();
    var memory = memory(translation, answer.get(), visibility.get());
    if (run.remembered(item).filter(memory::equals).isPresent()) {
      run.unchanged(item);
    } else {
      take(item, memory, translation, answer.get(), visibility.get());
    }
  }

  private void take(
      String item, String memory, Fields translation, Fields answer, String visibility) {
    var number = answer.text("id").orElseThrow();
    calls
        .answer(knowledgeBase(answer), number, item)
        .map(found -> form(found, translation, number, visibility))
        .ifPresent(form -> run.take(item, memory, List.of(FoundForm.of("answer " + number, form))));
  }

  private EntryForm form(Fields found, Fields translation, String number, String visibility) {
    var body =
        found
            .object("assets")
            .flatMap(assets -> assets.object("KnowledgeBaseAnswerTranslationContent"))
            .flatMap(all -> translation.text("content_id").flatMap(all::object))
            .flatMap(content -> content.text("body"))
            .orElse("");
    return new EntryForm(
        number,
        translation.text("kb_locale_id").map(languages::get).orElse(""),
        visibility,
        "",
        List.of(translation.text("title").orElse("")),
        body,
        "html",
        "",
        "");
  }

  /** Zammad shows what was archived to nobody, and drafts to those who write them. */
  private Optional<String> visibility(Fields answer) {
    if (isPast(answer, "archived_at")) {
      return Optional.empty();
    }
    if (isPast(answer, "published_at")) {
      return Optional.of("public");
    }
    return isPast(answer, "internal_at") ? Optional.of("internal") : Optional.empty();
  }

  private boolean isPast(Fields answer, String time) {
    return answer.instant(time).filter(at -> !at.isAfter(now)).isPresent();
  }

  private static String memory(Fields translation, Fields answer, String visibility) {
    return visibility
        + " "
        + answer.text("updated_at").orElse("")
        + " "
        + translation.text("updated_at").orElse("");
  }

  private String knowledgeBase(Fields answer) {
    return answer
        .text("category_id")
        .map(categories::get)
        .flatMap(category -> category.text("knowledge_base_id"))
        .orElse("1");
  }

  private Map<String, String> languages() {
    var codes =
        calls.locales().stream()
            .filter(locale -> locale.text("id").isPresent() && locale.text("locale").isPresent())
            .collect(
                Collectors.toMap(
                    locale -> locale.text("id").orElseThrow(),
                    locale -> locale.text("locale").orElseThrow()));
    return byNumber("KnowledgeBaseLocale").entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                used -> used.getValue().text("system_locale_id").map(codes::get).orElse("")));
  }

  private Map<String, Fields> byNumber(String kind) {
    return all(kind).stream()
        .collect(
            Collectors.toMap(each -> each.text("id").orElse(""), Function.identity(), (a, b) -> b));
  }

  private List<Fields> all(String kind) {
    return everything.object(kind).map(Fields::members).orElse(List.of());
  }
}
