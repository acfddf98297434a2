package org.svarbar.selfservice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A handover note's words, in the agents' language, before they become HTML or plain text.
 *
 * @param facts one line each
 * @param answers those that the customer opened
 * @param timeline what happened, oldest first
 * @param live where what happens later is seen
 */
public record HandoverText(
    String title,
    List<String> facts,
    String answersTitle,
    List<Answer> answers,
    String timelineTitle,
    List<String> timeline,
    Link live,
    String footer,
    String marker) {

  public HandoverText {
    facts = List.copyOf(facts);
    answers = List.copyOf(answers);
    timeline = List.copyOf(timeline);
  }

  /**
   * A link with its words; both empty: none.
   *
   * @param url carries the right to look
   */
  public record Link(String text, String url) {
    static final Link NONE = new Link("", "");
  }

  HandoverText with(Link timelineThatGoesOn) {
    return new HandoverText(
        title,
        facts,
        answersTitle,
        answers,
        timelineTitle,
        timeline,
        timelineThatGoesOn,
        footer,
        marker);
  }

  /**
   * An answer that the customer opened.
   *
   * @param url empty: there is none
   * @param what they did with it
   */
  public record Answer(String title, String url, String what) {

    private String plain() {
      return "- " + title + " – " + what + (url.isEmpty() ? "" : "\n  " + url);
    }
  }

  /** The same as plain text. */
  String plain() {
    return Stream.of(
                Stream.of(title, ""),
                facts.stream(),
                answers.isEmpty() ? Stream.<String>empty() : Stream.of("", answersTitle),
                answers.stream().map(Answer::plain),
                timeline.isEmpty() ? Stream.<String>empty() : Stream.of("", timelineTitle),
                timeline.stream().map(line -> "- " + line),
                live.url().isEmpty()
                    ? Stream.<String>empty()
                    : Stream.of("", live.text() + ": " + live.url()),
                Stream.of("", footer + " · " + marker))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}
