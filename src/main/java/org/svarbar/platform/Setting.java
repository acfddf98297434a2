package org.svarbar.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One setting, as `META-INF/microprofile-config.properties` explains it: comment lines, a line that
 * begins with `#:` and says what a value may be, and the key with its default.
 *
 * @param explanation what it is for
 * @param byDefault its default; empty: it has none, and need not be given
 */
public record Setting(
    String key, String explanation, SettingForm form, Optional<String> byDefault) {

  private static final Pattern KEY = Pattern.compile("(# )?(svarbar\\.[a-z.-]+)=(.*)");
  private static final String FORM = "#: ";

  /** What is wrong with a value, with its key, and itself unless it is secret; empty: nothing. */
  Optional<String> refusal(String value) {
    if (form.isRight().test(value)) {
      return Optional.empty();
    }
    var shown = form.isSecret() ? "not shown here" : "\"" + value + "\"";
    return Optional.of("%s is %s, but has to be: %s".formatted(key, shown, form.words()));
  }

  /**
   * @param lines of the file
   * @throws IllegalArgumentException when a key has no line that says its form
   */
  static List<Setting> all(List<String> lines) {
    var settings = new ArrayList<Setting>();
    var explanation = new StringBuilder();
    var words = "";
    for (var line : lines) {
      var key = KEY.matcher(line);
      if (key.matches()) {
        var byDefault = Optional.of(key.group(3)).filter(it -> key.group(1) == null);
        var form = SettingForm.of(words);
        settings.add(new Setting(key.group(2), explanation.toString().strip(), form, byDefault));
        words = "";
        explanation.setLength(0);
      } else if (line.startsWith(FORM)) {
        words = line.substring(FORM.length());
      } else if (line.startsWith("# ") && !line.startsWith("# ---")) {
        explanation.append(line.substring(1));
      } else {
        explanation.setLength(0);
      }
    }
    return settings;
  }
}
