package org.svarbar.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.svarbar.platform.Languages;
import org.svarbar.triage.Told.Span;

/**
 * What a person's words say besides what they are about: that they complain, threaten, go to law.
 * Negation and harmless idioms are seen through.
 */
final class Tone {

  /** Who reads one of these by mistake for another must not miss what is grave. */
  private static final List<Locale> NEIGHBOURS =
      List.of(Languages.BOKMAL, Languages.NYNORSK, Languages.DANISH);

  /** A word that denies stands at most so far before. */
  private static final int DENIED_WITHIN = 2;

  /** Shorter words of another language mean something else in this one. */
  private static final int LEAST_ELSEWHERE = 7;

  private static final int MOST_WORDS = 3;
  private static final String SHOUTED = "!!!";

  /** Made after the constants that it needs. */
  private static final Map<Locale, Tone> TONES = tones();

  private final Locale language;
  private final PhraseBook book;

  /** Those of the neighbours too: whoever reads Bokmål as Danish must not hear it shout. */
  private final List<PhraseBook> harmless;

  private Tone(Locale language) {
    this.language = language;
    book = book(language);
    harmless = Languages.ALL.stream().filter(this::isNear).map(this::book).toList();
  }

  /** That language's phrases with the inflections of this one. */
  private PhraseBook book(Locale other) {
    return PhraseBook.read("tone-" + other.getLanguage() + ".txt", language);
  }

  private static Map<Locale, Tone> tones() {
    var tones = new LinkedHashMap<Locale, Tone>();
    Languages.ALL.forEach(language -> tones.put(language, new Tone(language)));
    return tones;
  }

  /**
   * What is heard in a mail. What is grave is listened for in all languages, because short mails
   * are mistaken for another language, and not every mail keeps to one.
   *
   * @param language in which it seems to be written
   */
  static List<Signal> of(String subject, String text, Locale language) {
    var heard = new EnumMap<SignalKind, Set<String>>(SignalKind.class);
    for (var tone : TONES.values()) {
      tone.listen(subject, tone.isNear(language), heard);
      tone.listen(text, tone.isNear(language), heard);
    }
    return heard.entrySet().stream()
        .map(it -> new Signal(it.getKey(), it.getValue().stream().limit(MOST_WORDS).toList()))
        .toList();
  }

  private boolean isNear(Locale other) {
    return language.equals(other) || (NEIGHBOURS.contains(language) && NEIGHBOURS.contains(other));
  }

  private void listen(String text, boolean isNear, Map<SignalKind, Set<String>> heard) {
    for (var sentence : Told.sentences(text, language)) {
      for (var kind : SignalKind.values()) {
        if (kind.isGrave() || (isNear && (kind.isTone() || kind == SignalKind.OWN_CASE))) {
          heard(sentence, kind).stream()
              .map(sentence::written)
              .filter(words -> isNear || words.length() >= LEAST_ELSEWHERE)
              .forEach(words -> note(kind, words, heard));
        }
      }
    }
    if (isNear && text.contains(SHOUTED) && !isThanking(text)) {
      note(SignalKind.ANGER, SHOUTED, heard);
    }
  }

  private static void note(SignalKind kind, String words, Map<SignalKind, Set<String>> heard) {
    heard.computeIfAbsent(kind, it -> new LinkedHashSet<>()).add(words);
  }

  private List<Span> heard(Told sentence, SignalKind kind) {
    var spans = new ArrayList<>(sentence.find(book.section(kind.word())));
    if (!sentence.isQuestion()) {
      spans.addAll(sentence.find(book.section(kind.word() + ".told")));
    }
    if (!spans.isEmpty()) {
      var idioms = sentence.find(harmless(kind.word() + ".not"));
      spans.removeIf(span -> idioms.stream().anyMatch(span::overlaps));
      spans.removeIf(span -> kind.mayBeDenied() && isDenied(sentence, span));
    }
    return spans;
  }

  private boolean isDenied(Told sentence, Span span) {
    return sentence.isPrecededBy(harmless("negation"), span, DENIED_WITHIN);
  }

  private List<Phrase> harmless(String section) {
    return harmless.stream().flatMap(each -> each.section(section).stream()).toList();
  }

  private boolean isThanking(String text) {
    return Told.sentences(text, language).stream()
        .anyMatch(sentence -> !sentence.find(book.section("thanks")).isEmpty());
  }
}
