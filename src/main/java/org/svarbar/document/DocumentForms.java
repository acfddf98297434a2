package org.svarbar.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.svarbar.document.child.Kind;
import org.svarbar.knowledge.EntryForm;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.knowledge.Reason;
import org.svarbar.text.LanguageGuess;

/** Makes entries of a document's text. */
final class DocumentForms {

  static final int MOST = 1_000;

  /** What stands below a heading is meant to be read together; the rest is cut smaller. */
  private static final int LONGEST_BELOW_HEADING = 8_000;

  private static final int LONGEST_WITHOUT_HEADING = 3_000;
  private static final int LONGEST_QUESTION = 500;
  private static final int LONGEST_BEGINNING = 100;

  private static final int ENOUGH_FOR_LANGUAGE = 300;
  private static final double CERTAIN_OF_LANGUAGE = 0.97;

  /** Titles that programs write by themselves. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?:microsoft word|untitled|document\\d*|dokument\\d*|powerpoint)\\b.*"
              + "|.*\\.(?:pdf|docx?|odt|html?|indd|rtf)",
          Pattern.CASE_INSENSITIVE);

  private final DocumentName name;
  private final String title;
  private final String language;
  private final List<FoundForm> forms = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  private DocumentForms(DocumentName name, String title, String language) {
    this.name = name;
    this.title = title;
    this.language = language;
  }

  /** What a document gives, or the one reason why it gives nothing. */
  static List<FoundForm> of(DocumentName name, Kind kind, Reading.Text text) {
    var document = Jsoup.parseBodyFragment(text.html());
    document.outputSettings().prettyPrint(false);
    if (kind == Kind.PDF) {
      PdfText.tidy(document);
    }
    var forms = new DocumentForms(name, title(name, text.title()), language(document));
    for (var section : Sections.of(document)) {
      forms.add(section);
    }
    if (forms.forms.isEmpty()) {
      return List.of(FoundForm.unusable(name.path(), Reason.of("document-no-text")));
    }
    return forms.forms.size() > MOST
        ? List.of(FoundForm.unusable(name.path(), Reason.of("document-too-much-text")))
        : List.copyOf(forms.forms);
  }

  private static String title(DocumentName name, String said) {
    return said.isBlank() || NO_TITLE.matcher(said.strip()).matches() ? name.words() : said.strip();
  }

  /** Empty: not certain. */
  private static String language(Document document) {
    var text = document.body().text();
    return LanguageGuess.of(text)
        .filter(guess -> text.length() >= ENOUGH_FOR_LANGUAGE)
        .filter(guess -> guess.certainty() >= CERTAIN_OF_LANGUAGE)
        .map(guess -> guess.language().getLanguage())
        .orElse("");
  }

  private void add(Section section) {
    section.blocks().forEach(DocumentForms::withoutSummaries);
    var longest = section.headings().isEmpty() ? LONGEST_WITHOUT_HEADING : LONGEST_BELOW_HEADING;
    var passages = Passages.of(section.blocks(), longest);
    var question = section.title(title);
    var heading = section.headings().isEmpty() ? "" : section.headings().getLast();
    for (var passage : passages) {
      var asked = passages.size() == 1 ? question : question + " – " + beginning(passage);
      forms.add(FoundForm.of(name.path() + ": " + asked, form(key(heading), asked, passage)));
    }
  }

  private EntryForm form(String key, String question, String html) {
    return new EntryForm(key, language, "", "", List.of(shortened(question)), html, "html", "", "");
  }

  /** The same for the same heading, whatever else changes; the second of a name is numbered. */
  private String key(String heading) {
    var plain = name.key(heading);
    var key = plain;
    for (var next = 2; !keys.add(key); next++) {
      key = plain + "-" + next;
    }
    return key;
  }

  private static void withoutSummaries(org.jsoup.nodes.Element block) {
    block.select("summary, caption").tagName("p");
  }

  private static String beginning(String html) {
    var text = Jsoup.parseBodyFragment(html).text();
    if (text.length() <= LONGEST_BEGINNING) {
      return text;
    }
    var space = text.lastIndexOf(' ', LONGEST_BEGINNING);
    return text.substring(0, space > 0 ? space : LONGEST_BEGINNING) + " …";
  }

  private static String shortened(String question) {
    return question.length() <= LONGEST_QUESTION
        ? question
        : question.substring(question.length() - LONGEST_QUESTION);
  }
}
