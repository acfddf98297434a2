package org.svarbar.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds all identifiers of a legible text, none overlapping another. */
final class Identifiers {

  /** Of equally likely ones at one place, the earlier wins. */
  private static final List<Recogniser> NUMBERS =
      List.of(
          new SwedishNumbers(),
          new NorwegianNumbers(),
          new FinnishNumbers(),
          new DanishNumbers(),
          new Cards(),
          new Phones());

  private static final int LONGEST_LABEL = 20;

  private final Legible text;
  private final BitSet taken = new BitSet();
  private final List<Candidate> found = new ArrayList<>();

  private Identifiers(Legible text) {
    this.text = text;
  }

  /** In the order of the text. */
  static List<Candidate> in(Legible text) {
    var identifiers = new Identifiers(text);
    identifiers.findEmails();
    identifiers.findNumbers();
    identifiers.found.sort(Comparator.comparingInt(Candidate::start));
    return identifiers.found;
  }

  private void findEmails() {
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == '@') {
        Emails.around(text, i).filter(this::isFree).ifPresent(this::take);
      }
    }
  }

  private void findNumbers() {
    int i = 0;
    while (i < text.length()) {
      var best = best(i);
      best.ifPresent(this::take);
      i = best.map(Candidate::end).orElse(i + 1);
    }
  }

  private Optional<Candidate> best(int start) {
    if (mayBegin(start)) {
      var place = Place.of(text, start);
      return best(start, NUMBERS.stream().flatMap(number -> number.at(place).stream()));
    }
    return Character.isLetter(text.at(start)) && !text.isInWord(start - 1)
        ? best(start, Ibans.at(text, start).stream())
        : Optional.empty();
  }

  private Optional<Candidate> best(int start, Stream<Candidate> candidates) {
    return candidates
        .filter(this::isFree)
        .map(candidate -> new Judged(candidate, Surroundings.of(text, start, candidate.end())))
        .filter(judged -> judged.surroundings().confirm(judged.candidate()))
        .min(Comparator.comparing(Judged::isNotNamed).thenComparing(Judged::evidence))
        .map(Judged::candidate);
  }

  private record Judged(Candidate candidate, Surroundings surroundings) {

    boolean isNotNamed() {
      return !surroundings.named().contains(candidate.kind());
    }

    Evidence evidence() {
      return candidate.evidence();
    }
  }

  /** Not within a longer number, nor within a code such as `A811228`. */
  private boolean mayBegin(int start) {
    char before = text.near(start - 1);
    if (!text.isDigit(start)) {
      boolean opens = "+(".indexOf(text.at(start)) >= 0;
      return opens && !text.isDigit(start - 1) && isDigitSoon(start);
    }
    if (Character.isLetter(before)) {
      return isAfterLabel(start);
    }
    boolean within = (before == '-' || before == '.') && text.isDigit(start - 2);
    return !within && !text.isDigit(start - 1);
  }

  private boolean isDigitSoon(int start) {
    return text.isDigit(start + 1) || text.isDigit(start + 2);
  }

  private boolean isAfterLabel(int start) {
    int i = start;
    while (start - i < LONGEST_LABEL && Character.isLetter(text.near(i - 1))) {
      i--;
    }
    var label = text.piece(i, start);
    return label.equalsIgnoreCase("SE") || Surroundings.isLabel(label);
  }

  private boolean isFree(Candidate candidate) {
    int next = taken.nextSetBit(candidate.start());
    return next < 0 || next >= candidate.end();
  }

  private void take(Candidate candidate) {
    taken.set(candidate.start(), candidate.end());
    found.add(candidate);
  }
}
