package org.svarbar.text;

import java.util.List;
import java.util.Objects;

/**
 * What a customer wrote in a mail.
 *
 * @param subject without `Re:`, `Sv:`, `VS:` and ticket tags; may be empty
 * @param text what was written now, as plain text with its paragraphs: without older mail,
 *     greetings, sign-offs, signatures and disclaimers; empty only if the mail shows nothing
 * @param cut whether anything was taken off the text
 */
public record MailText(String subject, String text, boolean cut) {

  /** Longer mails are read up to here: what the customer wrote now stands at the top. */
  static final int MOST_CHARACTERS = 1_000_000;

  public MailText {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(text, "text");
  }

  /**
   * @param body as the helpdesk has it
   * @param html whether the body is HTML; otherwise it is plain text
   */
  public static MailText of(String subject, String body, boolean html) {
    var shortened = body.length() > MOST_CHARACTERS ? body.substring(0, MOST_CHARACTERS) : body;
    return html ? ofHtml(subject, shortened) : ofPlain(subject, shortened);
  }

  private static MailText ofHtml(String subject, String body) {
    var page = HtmlPage.parse(body);
    return of(subject, page.allLines(), page.writtenLines());
  }

  private static MailText ofPlain(String subject, String body) {
    var lines = Characters.lines(body);
    return of(subject, lines, lines);
  }

  private static MailText of(String subject, List<String> all, List<String> written) {
    var whole = Paragraphs.join(all);
    var left = Paragraphs.join(withoutFrame(written));
    var text = left.isEmpty() ? whole : left;
    return new MailText(SubjectLine.of(subject), text, !text.equals(whole));
  }

  private static List<String> withoutFrame(List<String> lines) {
    var own = OlderMail.cut(lines);
    return Greeting.cut(SignOff.cut(Signature.cut(Disclaimer.cut(Banner.cut(own)))));
  }
}
