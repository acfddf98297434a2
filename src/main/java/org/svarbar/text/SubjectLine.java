package org.svarbar.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes off a subject what mail programs and helpdesks put there. */
final class SubjectLine {

  private static final int MOST_CHARACTERS = 1000;

  /** Reply and forward in the languages whose programs write to Nordic helpdesks. */
  private static final Set<String> PREFIXES =
      Set.of(
          "re",
          "sv",
          "vs",
          "svar",
          "aw",
          "antw",
          "fwd",
          "fw",
          "vb",
          "vl",
          "wg",
          "vds",
          "vedr",
          "tr",
          "vast",
          "vast.",
          "vid.",
          "videresendt",
          "vidarebefordrat");

  /** `[rt.example #12]`, `[Ticket#2026031112345678]`, `[#4711]`, `(Ticket: 12)`, `[EXTERN]`. */
  private static final Pattern TAG =
      Pattern.compile(
          "\\[[^\\[\\]#]{0,60}#\\s?[\\w-]{1,40}\\]"
              + "|\\[(?:EXT|EXTERN|EXTERNAL|EXTERNT|EKSTERN|ULKOINEN|SPAM)\\]"
              + "|[\\[(](?:ticket|case|ärende|sak|sag|tiketti|id)[ :#-]{1,3}[\\w-]{1,40}[\\])]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private SubjectLine() {}

  /** The subject in one line without prefixes and tags; may be empty. */
  static String of(String subject) {
    var line = Characters.squeeze(Characters.normalise(shorten(subject)).replace('\n', ' '));
    line = Characters.squeeze(TAG.matcher(line).replaceAll(" "));
    while (true) {
      int end = prefixEnd(line);
      if (end == 0) {
        return line;
      }
      line = line.substring(end).strip();
    }
  }

  private static String shorten(String subject) {
    return subject.length() > MOST_CHARACTERS ? subject.substring(0, MOST_CHARACTERS) : subject;
  }

  /**
   * Where a leading prefix with its colon ends, 0 if there is none. `Re[2]:` and `SV :` count too.
   */
  private static int prefixEnd(String line) {
    int colon = line.indexOf(':');
    if (colon < 0 || colon > 16) {
      return 0;
    }
    var word = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return PREFIXES.contains(word.replaceFirst("\\s?[\\[(^]\\d{1,3}[\\])]?$", "")) ? colon + 1 : 0;
  }
}
