package org.svarbar.knowledge;

import java.util.List;
import java.util.Locale;
import org.svarbar.platform.Texts;

/**
 * Why something was not taken, as a code with values, so that it can be told in the reader's
 * language.
 *
 * @param code such as `answer-missing`; the key of its text
 * @param values what the text names: a limit, or what stood there instead, shortened
 */
public record Reason(String code, List<String> values) {

  private static final int LONGEST_VALUE = 80;

  public Reason {
    values = values.stream().map(Reason::shortened).toList();
  }

  /** Values are written as texts. */
  public static Reason of(String code, Object... values) {
    return new Reason(code, List.of(values).stream().map(String::valueOf).toList());
  }

  /** As a sentence for people. */
  public String text(Locale language) {
    return Texts.of("org.svarbar.knowledge.import", language).text(code, values.toArray());
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }
}
