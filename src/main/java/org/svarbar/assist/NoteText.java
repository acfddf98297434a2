package org.svarbar.assist;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A note's words, in the agents' language, before they become HTML or plain text.
 *
 * @param verdict what the message needs
 * @param reasons why
 */
public record NoteText(
    String title,
    String verdict,
    List<String> reasons,
    List<Item> items,
    String footer,
    String marker) {

  public NoteText {
    reasons = List.copyOf(reasons);
    items = List.copyOf(items);
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

  /** The same as plain text. */
  String plain() {
    var numbers = java.util.stream.IntStream.rangeClosed(1, items.size());
    var list = numbers.mapToObj(n -> items.get(n - 1).plain(n)).collect(Collectors.joining("\n"));
    var because = verdict + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons));
    return title + "\n\n" + because + "\n\n" + list + "\n" + footer + " · " + marker + "\n";
  }
}
