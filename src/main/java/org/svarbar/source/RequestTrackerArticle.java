package org.svarbar.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.svarbar.helpdesk.Fields;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.platform.Languages;

/**
 * An article of RT as an entry: its name is the question, its summary another wording, its custom
 * fields the answer. A field named `Language` says the language.
 */
record RequestTrackerArticle(Fields article) {

  private static final Set<String> LANGUAGE = Set.of("language", "språk", "sprog", "kieli");

  EntryForm form() {
    return new EntryForm(
        article.text("id").orElse(""),
        language().map(found -> found.toLanguageTag()).orElse(""),
        "",
        "",
        questions(),
        String.join("\n", answers()),
        "html",
        "",
        "");
  }

  private List<String> questions() {
    var questions = new ArrayList<String>();
    article.text("Name").ifPresent(questions::add);
    article.text("Summary").filter(text -> !questions.contains(text)).ifPresent(questions::add);
    return questions;
  }

  /** RT lists custom fields in any order: by their numbers it is always the same. */
  private List<String> answers() {
    return article.objects("CustomFields").stream()
        .filter(field -> !isLanguage(field))
        .sorted(Comparator.comparingLong(field -> Long.parseLong(field.text("id").orElse("0"))))
        .flatMap(field -> field.texts("values").stream())
        .map(text -> isHtml(text) ? text : paragraphs(text))
        .toList();
  }

  private Optional<Locale> language() {
    return article.objects("CustomFields").stream()
        .filter(RequestTrackerArticle::isLanguage)
        .flatMap(field -> field.texts("values").stream())
        .flatMap(value -> Languages.find(value).stream())
        .findFirst();
  }

  private static boolean isLanguage(Fields field) {
    return field
        .text("name")
        .filter(name -> LANGUAGE.contains(name.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static boolean isHtml(String text) {
    return !Jsoup.parseBodyFragment(text).body().children().isEmpty();
  }

  private static String paragraphs(String text) {
    return "<p>" + Entities.escape(text.strip()).replaceAll("\\R", "<br>") + "</p>";
  }
}
