package org.svarbar.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.svarbar.platform.Templates;

/**
 * The words of a reply to a requester, in their language, before they become HTML or plain text.
 *
 * @param before paragraphs between greeting and answer
 * @param answerHtml sanitised
 * @param answerText the same as plain text
 * @param more what stands before the address; `url`: where the answer can be read; empty: nowhere
 * @param after paragraphs between answer and sign-off
 * @param signature lines; may be empty
 * @param reference holds the marker by which the reply is found again; empty: it carries none
 */
public record ReplyText(
    String greeting,
    List<String> before,
    String answerHtml,
    String answerText,
    String more,
    String url,
    List<String> after,
    String signOff,
    List<String> signature,
    String reference) {

  public ReplyText {
    Objects.requireNonNull(greeting, "greeting");
    before = List.copyOf(before);
    Objects.requireNonNull(answerHtml, "answerHtml");
    Objects.requireNonNull(answerText, "answerText");
    Objects.requireNonNull(url, "url");
    after = List.copyOf(after);
    signature = List.copyOf(signature);
    Objects.requireNonNull(reference, "reference");
  }

  /** As HTML; all but the answer is escaped here. */
  public String html() {
    return Templates.render("assist/reply.jte", Map.of("reply", this));
  }

  /** The same as plain text. */
  public String text() {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(greeting);
    paragraphs.addAll(before);
    paragraphs.add(answerText);
    if (!url.isEmpty()) {
      paragraphs.add(more + " " + url);
    }
    paragraphs.addAll(after);
    paragraphs.add(signOff + signature.stream().map("\n"::concat).reduce("", String::concat));
    if (!reference.isEmpty()) {
      paragraphs.add(reference);
    }
    return String.join("\n\n", paragraphs) + "\n";
  }
}
