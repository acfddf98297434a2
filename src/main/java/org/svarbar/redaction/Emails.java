package org.svarbar.redaction;

import java.util.Optional;

/** E-mail addresses, from their `@` on to both sides; bounded as mail servers bound them. */
final class Emails {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 255;

  private Emails() {}

  /** The address around the `@` at a position. */
  static Optional<Candidate> around(Legible text, int at) {
    int start = localStart(text, at);
    int end = domainEnd(text, at + 1);
    return start < at && isDomain(text.piece(at + 1, end))
        ? Optional.of(new Candidate(Identifier.EMAIL, start, end, Evidence.SURE))
        : Optional.empty();
  }

  private static int localStart(Legible text, int at) {
    int i = at;
    while (at - i < LONGEST_LOCAL && (text.isInWord(i - 1) || isSign(text.near(i - 1)))) {
      i--;
    }
    while (i < at && !text.isInWord(i)) {
      i++;
    }
    return i;
  }

  private static boolean isSign(char c) {
    return "._%+-'".indexOf(c) >= 0;
  }

  private static int domainEnd(Legible text, int start) {
    int i = start;
    while (i - start < LONGEST_DOMAIN
        && (text.isInWord(i) || text.near(i) == '.' || text.near(i) == '-')) {
      i++;
    }
    while (i > start && !text.isInWord(i - 1)) {
      i--;
    }
    return i;
  }

  private static boolean isDomain(String domain) {
    int dot = domain.lastIndexOf('.');
    return dot > 0
        && domain.length() - dot > 2
        && domain.charAt(0) != '.'
        && domain.indexOf("..") < 0
        && Character.isLetter(domain.charAt(dot + 1));
  }
}
