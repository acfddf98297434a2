package org.svarbar.triage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.svarbar.platform.Texts;

/**
 * Why a verdict is as it is, to be worded in the language of whoever reads it.
 *
 * @param key of the message bundle `org.svarbar.triage.reasons`
 * @param values what stands in it: words of the message, numbers
 */
public record Reason(String key, List<String> values) {

  private static final String BUNDLE = "org.svarbar.triage.reasons";

  public Reason {
    Objects.requireNonNull(key, "key");
    values = List.copyOf(values);
  }

  static Reason of(String key, Object... values) {
    return new Reason(key, List.of(values).stream().map(Object::toString).toList());
  }

  /** What was seen, and the words that it was seen by, if there are any. */
  static Reason of(Signal signal) {
    var key = "signal." + signal.kind().word();
    return signal.words().isEmpty()
        ? of(key)
        : new Reason(key + ".words", List.of(String.join("”, “", signal.words())));
  }

  /** In words. */
  public String in(Locale language) {
    var texts = Texts.of(BUNDLE, language);
    var known = texts.has(key) ? key : key.replaceFirst("\\.words$", "");
    var said = texts.text(known, values.toArray());
    return key.endsWith(".words") && known.length() < key.length()
        ? texts.text("with-words", said, values.getFirst())
        : said;
  }
}
