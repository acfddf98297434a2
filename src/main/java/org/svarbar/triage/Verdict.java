package org.svarbar.triage;

import java.util.Locale;

/** What a message of a requester needs. */
public sealed interface Verdict {

  Assessment assessment();

  /** The knowledge answers it; nothing speaks against answering so. */
  record Answerable(Assessment assessment) implements Verdict {}

  /** The knowledge may answer it: an agent should look. */
  record Suggest(Assessment assessment) implements Verdict {}

  /**
   * A person has to write the answer.
   *
   * @param ruled whether a hard rule says so; otherwise the knowledge has nothing that fits
   */
  record Person(Assessment assessment, boolean ruled) implements Verdict {}

  /** The same with another reason, the weightiest. */
  default Verdict because(Reason reason) {
    return switch (this) {
      case Answerable a -> new Answerable(assessment().because(reason));
      case Suggest s -> new Suggest(assessment().because(reason));
      case Person p -> new Person(assessment().because(reason), p.ruled());
    };
  }

  /** `answerable`, `suggest` or `person`: in rows, tags and message bundles. */
  default String word() {
    return switch (this) {
      case Answerable a -> "answerable";
      case Suggest s -> "suggest";
      case Person p -> "person";
    };
  }

  /** The verdict's name in the language of whoever reads it. */
  default String in(Locale language) {
    return Reason.of("verdict." + word()).in(language);
  }
}
