package org.svarbar.assist;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.svarbar.platform.Templates;

/**
 * A note's words, in the agents' language, before they become HTML or plain text.
 *
 * @param verdict what the message needs
 * @param reasons why
 * @param draft of a reply, where the note is the place for it; {@link Draft#NONE}: there is none
 * @param panel where an agent sees more; {@link Link#NONE}: nowhere
 */
public record NoteText(
    String title,
    String verdict,
    List<String> reasons,
    List<Item> items,
    String footer,
    String marker,
    Draft draft,
    Link panel) {

  public NoteText {
    reasons = List.copyOf(reasons);
    items = List.copyOf(items);
  }

  /** Without a link to more. */
  public NoteText(
      String title,
      String verdict,
      List<String> reasons,
      List<Item> items,
      String footer,
      String marker,
      Draft draft) {
    this(title, verdict, reasons, items, footer, marker, draft, Link.NONE);
  }

  /** Without a draft. */
  public NoteText(
      String title,
      String verdict,
      List<String> reasons,
      List<Item> items,
      String footer,
      String marker) {
    this(title, verdict, reasons, items, footer, marker, Draft.NONE);
  }

  /** What a link says, and where it leads. */
  public record Link(String says, String address) {

    static final Link NONE = new Link("", "");

    public boolean isThere() {
      return !address.isEmpty();
    }

    private String plain() {
      return isThere() ? says + ": " + address + "\n\n" : "";
    }
  }

  /**
   * A reply for an agent to copy.
   *
   * @param title may be empty
   * @param html what the customer is to get, safe to be shown
   * @param text the same; empty: there is no draft
   */
  public record Draft(String title, String html, String text) {

    static final Draft NONE = new Draft("", "", "");

    Draft titled(String other) {
      return new Draft(other, html, text);
    }

    public boolean isThere() {
      return !text.isEmpty();
    }

    private String plain() {
      return isThere() ? (title + "\n\n" + text).strip().indent(2) + "\n" : "";
    }
  }

  /**
   * One suggestion.
   *
   * @param url empty: there is none
   * @param marks what an agent must know before using it, such as that it is internal
   * @param sentence the sentence that answers
   */
  public record Item(String title, String url, List<String> marks, String sentence, String why) {

    public Item {
      marks = List.copyOf(marks);
    }

    private String plain(int number) {
      var lines = new StringBuilder().append(number).append(". ").append(title);
      marks.forEach(mark -> lines.append(" (").append(mark).append(')'));
      lines.append('\n').append("   ").append(sentence).append('\n');
      if (!url.isEmpty()) {
        lines.append("   ").append(url).append('\n');
      }
      return lines.append("   ").append(why).append('\n').toString();
    }
  }

  /** As HTML. */
  String html() {
    return Templates.render("assist/note.jte", Map.of("note", this));
  }

  /** The same as plain text. */
  String plain() {
    var numbers = java.util.stream.IntStream.rangeClosed(1, items.size());
    var list = numbers.mapToObj(n -> items.get(n - 1).plain(n)).collect(Collectors.joining("\n"));
    var because = verdict + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons));
    return title
        + "\n\n"
        + because
        + "\n\n"
        + list
        + "\n"
        + draft.plain()
        + panel.plain()
        + footer
        + " · "
        + marker
        + "\n";
  }
}
