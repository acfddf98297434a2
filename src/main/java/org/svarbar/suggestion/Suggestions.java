package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.svarbar.platform.Languages;

/** Finds what answers a question. */
@ApplicationScoped
public class Suggestions {

  /**
   * At most three suggestions.
   *
   * @throws org.svarbar.platform.SearchUnavailable when the search cluster does not answer: trying
   *     later may help
   */
  public Suggested suggest(Question question) {
    return new Suggested(question.language().orElse(Languages.ENGLISH), List.of(), List.of());
  }
}
