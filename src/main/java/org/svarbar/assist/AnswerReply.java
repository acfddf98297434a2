package org.svarbar.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.svarbar.platform.Texts;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.Person;

/** Words a reply to a requester: greeting, answer and sign-off. */
public final class AnswerReply {

  /** A name as people write theirs; anything else may be words of somebody who means harm. */
  private static final Pattern NAME =
      Pattern.compile("(\\p{Lu}[\\p{L}'’-]{1,24})((?: \\p{L}[\\p{L}.'’-]{0,24}){1,4})");

  private final Texts texts;
  private final List<String> signature;

  /**
   * @param language the requester's
   * @param signature what stands below the sign-off, in lines; may be empty
   */
  public AnswerReply(Locale language, String signature) {
    this.texts = Texts.of("org.svarbar.assist.reply", language);
    this.signature = signature.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /**
   * A draft for an agent, who checks and changes it before they send it. It begins with what the
   * customer has tried already.
   *
   * @param answer whose text may be sent to a requester; see {@link Suggestion#isPublic()}
   * @param marker by which it is to be found again; empty: it need not
   */
  public ReplyText draft(Person requester, Suggestion answer, TriedAnswers tried, String marker) {
    return reply(greeting(requester), acknowledged(answer, tried), answer, List.of(), marker);
  }

  /** Only what is sure to have been this customer: else it would tell them what another read. */
  private List<String> acknowledged(Suggestion answer, TriedAnswers tried) {
    if (!tried.sure()) {
      return List.of();
    }
    if (tried.spent(answer).isPresent()) {
      return List.of(texts.text("tried.same"));
    }
    return tried
        .failed()
        .map(it -> List.of(texts.text("tried", it.title())))
        .orElse(tried.searched() ? List.of(texts.text("tried.searched")) : List.of());
  }

  /**
   * A reply that nobody checks: it says so first (Regulation (EU) 2024/1689, article 50), and last
   * how to reach a person. Nothing of the requester's message or name stands in it, because their
   * address may be forged.
   */
  public ReplyText automatic(Suggestion answer, String marker) {
    var before = new ArrayList<String>();
    before.add(texts.text("automatic.notice"));
    before.add(texts.text("automatic.about", answer.title()));
    return reply(
        texts.text("greeting"), before, answer, List.of(texts.text("automatic.person")), marker);
  }

  private ReplyText reply(
      String greeting, List<String> before, Suggestion answer, List<String> after, String marker) {
    return new ReplyText(
        greeting,
        before,
        answer.answerHtml(),
        answer.answerText(),
        texts.text("more"),
        answer.url().map(Object::toString).orElse(""),
        after,
        texts.text("sign-off"),
        signature,
        marker.isEmpty() ? "" : texts.text("reference", marker));
  }

  private String greeting(Person requester) {
    var name = NAME.matcher(requester.name().strip());
    return name.matches() ? texts.text("greeting.named", name.group(1)) : texts.text("greeting");
  }
}
