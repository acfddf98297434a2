package org.svarbar.insight;

import java.util.List;

/**
 * Something that is asked for and that no entry answers.
 *
 * @param questions as they were asked, the most frequent first; the first one stands for all
 * @param times in how many sessions, all together
 */
public record Gap(List<String> questions, long times) {

  public Gap {
    questions = List.copyOf(questions);
  }
}
