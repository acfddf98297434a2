package org.svarbar.knowledge;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One question with its answer, as an organisation wrote it.
 *
 * @param id ours
 * @param source the list or system that it came from
 * @param key what the source calls it; the same in every language
 * @param group the subject area that it belongs to
 * @param questions the same question in different words, 1 to 20; the first is the title
 * @param answer as written in `format`; to show it, take {@link #html()} or {@link #plainText()}
 * @param url where a requester can read it
 * @param reviewOn when somebody should look whether it still holds
 * @param retiredAt since when it is not suggested any more
 * @param changedAt when it was last written, in whatever way
 * @param revision counts its changes
 */
public record FaqEntry(
    long id,
    String source,
    String key,
    Locale language,
    Visibility visibility,
    Optional<String> group,
    List<String> questions,
    String answer,
    AnswerFormat format,
    Optional<URI> url,
    Optional<LocalDate> reviewOn,
    Optional<Instant> retiredAt,
    Instant createdAt,
    Instant changedAt,
    long revision) {

  public FaqEntry {
    questions = List.copyOf(questions);
  }

  public String title() {
    return questions.getFirst();
  }

  public boolean isPublic() {
    return visibility == Visibility.PUBLIC;
  }

  public boolean isRetired() {
    return retiredAt.isPresent();
  }

  /**
   * The answer as HTML that may stand in any page or message: no scripts, no images, links to web,
   * mail and telephone.
   */
  public String html() {
    return AnswerHtml.of(answer, format);
  }

  /** The answer without any mark-up; blocks and list items each on a line of their own. */
  public String plainText() {
    return plainText(html());
  }

  /** What {@link #html()} gave, without any mark-up. */
  public static String plainText(String html) {
    return AnswerHtml.plainText(html);
  }

  /** What {@link #html()} gave, as plain text to be sent, with list numbers and addresses. */
  public static String letterText(String html) {
    return AnswerHtml.letterText(html);
  }
}
