package org.svarbar.knowledge;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.svarbar.platform.Languages;

/**
 * An entry as somebody wrote it in a file or a form, not yet checked. Parts that were left out are
 * empty, none is `null`.
 *
 * @param language a language tag
 * @param visibility `public` or `internal`: never guessed, since a wrong guess would publish
 *     something
 * @param format `markdown` or `html`; empty: Markdown
 * @param url http or https
 * @param reviewOn an ISO date
 */
public record EntryForm(
    String key,
    String language,
    String visibility,
    String group,
    List<String> questions,
    String answer,
    String format,
    String url,
    String reviewOn) {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

  public EntryForm {
    key = key.strip();
    language = language.strip();
    visibility = visibility.strip();
    group = Unseen.without(group).strip();
    questions =
        questions.stream()
            .map(Unseen::without)
            .map(String::strip)
            .filter(q -> !q.isEmpty())
            .toList();
    format = format.strip();
    url = url.strip();
    reviewOn = reviewOn.strip();
  }

  /** What is wrong with it; empty: {@link #draft()} gives a draft. */
  public List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    checkKey(reasons);
    check(reasons, Languages.find(language).isPresent(), "language-unknown", language);
    check(reasons, visible().isPresent(), "visibility-unknown", visibility);
    check(
        reasons,
        group.length() <= EntryDraft.LONGEST_GROUP,
        "group-too-long",
        EntryDraft.LONGEST_GROUP);
    checkQuestions(reasons);
    checkAnswer(reasons);
    check(reasons, url.isEmpty() || link().isPresent(), "url-unusable", url);
    check(reasons, reviewOn.isEmpty() || date().isPresent(), "review-on-no-date", reviewOn);
    check(reasons, !hasControlCharacters(), "control-characters");
    return List.copyOf(reasons);
  }

  /**
   * Throws an `IllegalArgumentException` or `NoSuchElementException` when there are reasons against
   * it.
   */
  public EntryDraft draft() {
    return new EntryDraft(
        key,
        Languages.find(language).orElseThrow(),
        visible().orElseThrow(),
        Optional.of(group).filter(Predicate.not(String::isEmpty)),
        questions,
        answer.strip(),
        written().orElseThrow(),
        link(),
        date());
  }

  private void checkKey(List<Reason> reasons) {
    check(reasons, !key.isEmpty(), "key-missing");
    check(reasons, key.length() <= EntryDraft.LONGEST_KEY, "key-too-long", EntryDraft.LONGEST_KEY);
  }

  private void checkQuestions(List<Reason> reasons) {
    check(reasons, !questions.isEmpty(), "question-missing");
    check(
        reasons,
        questions.size() <= EntryDraft.MOST_QUESTIONS,
        "questions-too-many",
        EntryDraft.MOST_QUESTIONS);
    check(
        reasons,
        questions.stream().allMatch(q -> q.length() <= EntryDraft.LONGEST_QUESTION),
        "question-too-long",
        EntryDraft.LONGEST_QUESTION);
  }

  private void checkAnswer(List<Reason> reasons) {
    check(reasons, !answer.isBlank(), "answer-missing");
    check(
        reasons,
        answer.length() <= EntryDraft.LONGEST_ANSWER,
        "answer-too-long",
        EntryDraft.LONGEST_ANSWER);
    check(reasons, written().isPresent(), "format-unknown", format);
    if (reasons.isEmpty() && written().get() == AnswerFormat.HTML) {
      var safe = AnswerHtml.sanitised(answer);
      check(reasons, !AnswerHtml.plainText(safe).isEmpty(), "answer-empty-html");
      check(
          reasons,
          safe.length() <= EntryDraft.LONGEST_ANSWER,
          "answer-too-long",
          EntryDraft.LONGEST_ANSWER);
    }
  }

  private Optional<Visibility> visible() {
    return switch (visibility.toLowerCase(Locale.ROOT)) {
      case "public" -> Optional.of(Visibility.PUBLIC);
      case "internal" -> Optional.of(Visibility.INTERNAL);
      default -> Optional.empty();
    };
  }

  private Optional<AnswerFormat> written() {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "", "markdown" -> Optional.of(AnswerFormat.MARKDOWN);
      case "html" -> Optional.of(AnswerFormat.HTML);
      default -> Optional.empty();
    };
  }

  private Optional<URI> link() {
    try {
      return Optional.of(URI.create(url))
          .filter(uri -> url.length() <= EntryDraft.LONGEST_URL && uri.getHost() != null)
          .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> date() {
    try {
      return Optional.of(LocalDate.parse(reviewOn))
          .filter(date -> date.getYear() > 1900 && date.getYear() < 3000);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** PostgreSQL takes no NUL in a text, and no reader any use from the others. */
  private boolean hasControlCharacters() {
    return CONTROL.matcher(key + group + String.join("", questions) + answer).find();
  }

  private static void check(List<Reason> reasons, boolean held, String code, Object... values) {
    if (!held) {
      reasons.add(Reason.of(code, values));
    }
  }
}
