package org.svarbar.knowledge;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.platform.Languages;

/**
 * What an entry is to say, checked: it can be stored as it is. What people write becomes a draft by
 * {@link EntryForm}, which tells them what is wrong with it.
 *
 * @param key 1 to 200 characters
 * @param language one of the product's
 * @param questions 1 to 20, each of 1 to 500 characters
 * @param answer 1 to 100,000 characters; HTML is sanitised here
 */
public record EntryDraft(
    String key,
    Locale language,
    Visibility visibility,
    Optional<String> group,
    List<String> questions,
    String answer,
    AnswerFormat format,
    Optional<URI> url,
    Optional<LocalDate> reviewOn) {

  static final int LONGEST_KEY = 200;
  static final int LONGEST_GROUP = 200;
  static final int MOST_QUESTIONS = 20;
  static final int LONGEST_QUESTION = 500;
  static final int LONGEST_ANSWER = 100_000;
  static final int LONGEST_URL = 2000;

  public EntryDraft {
    Objects.requireNonNull(visibility, "visibility");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(reviewOn, "reviewOn");
    questions = List.copyOf(questions);
    require(hasLength(key, LONGEST_KEY), "key");
    require(Languages.ALL.contains(language), "language");
    require(group.isEmpty() || hasLength(group.get(), LONGEST_GROUP), "group");
    require(!questions.isEmpty() && questions.size() <= MOST_QUESTIONS, "questions");
    require(questions.stream().allMatch(q -> hasLength(q, LONGEST_QUESTION)), "questions");
    answer = format == AnswerFormat.HTML ? AnswerHtml.sanitised(answer) : answer;
    require(hasLength(answer, LONGEST_ANSWER), "answer");
  }

  private static boolean hasLength(String value, int longest) {
    return !value.isBlank() && value.length() <= longest;
  }

  private static void require(boolean held, String what) {
    if (!held) {
      throw new IllegalArgumentException("an entry cannot have such a " + what);
    }
  }
}
