package org.svarbar.suggestion;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.svarbar.knowledge.FaqEntry;

/**
 * One FAQ entry that answers a question.
 *
 * @param entryId the entry's identifier in our knowledge
 * @param source the list or system that the entry came from
 * @param key what its source calls it
 * @param title the entry's first question
 * @param sentence the answer's sentence that answers, as plain text
 * @param answerHtml the whole answer, sanitised
 * @param url where a requester can read it; empty for what is internal or has no page
 * @param isPublic whether its text may be sent to a requester
 * @param changedAt when the entry was last changed
 * @param score what it was ranked by: the logarithm of how likely it is, up to a summand that is
 *     the same in one list
 * @param likelihood what past questions say for it, 0 to 1; 0 when there are none
 * @param similarity how near it is to the question by what both mean, −1 to 1; empty: unknown
 * @param meaning what that adds to the score
 * @param asked what the question's words weigh together, in units of a word that one entry alone
 *     holds
 * @param coverage the share, 0 to 1, of the question's words, weighted by how rare they are in the
 *     knowledge, that the entry holds
 * @param matchedWords the question's words that the entry holds, rarest first
 * @param unmatchedWords those that it does not hold, rarest first; frequent ones are left out
 */
public record Suggestion(
    long entryId,
    String source,
    String key,
    String title,
    String sentence,
    String answerHtml,
    Optional<URI> url,
    Locale language,
    Optional<String> group,
    boolean isPublic,
    Instant changedAt,
    double score,
    double likelihood,
    OptionalDouble similarity,
    double meaning,
    double asked,
    double coverage,
    List<String> matchedWords,
    List<String> unmatchedWords) {

  public Suggestion {
    matchedWords = List.copyOf(matchedWords);
    unmatchedWords = List.copyOf(unmatchedWords);
  }

  /**
   * An entry, as it is now, that was found earlier: what it was ranked by is known no more, but for
   * its score.
   */
  public static Suggestion of(
      FaqEntry entry, String sentence, List<String> matchedWords, double score) {
    return new Suggestion(
        entry.id(),
        entry.source(),
        entry.key(),
        entry.title(),
        sentence,
        entry.html(),
        entry.isPublic() ? entry.url() : Optional.empty(),
        entry.language(),
        entry.group(),
        entry.isPublic(),
        entry.changedAt(),
        score,
        0,
        OptionalDouble.empty(),
        0,
        0,
        0,
        matchedWords,
        List.of());
  }

  /** The whole answer as plain text to be sent, with list numbers and addresses. */
  public String answerText() {
    return FaqEntry.letterText(answerHtml);
  }
}
