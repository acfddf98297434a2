package org.svarbar.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether a program or a person sent a message, by its headers, its address and its words. */
final class Sender {

  private static final PhraseBook BOOK = PhraseBook.read("automatic.txt", Locale.ROOT);

  private static final Pattern BOUNCES =
      Pattern.compile("(?i)(mailer-daemon|postmaster|mail-daemon)@.*");

  private static final Pattern TAKES_NO_ANSWER =
      Pattern.compile(
          "(?is)(no|do-?not|ej|svara-?(inte|ej)|ikke-?svar|svar-?ikke|ikkje-?svar|ala-?vastaa"
              + "|ei-?vastausta)[-_.]?(reply|svar|vastaa)?([-_.+][^@]*)?@.*");

  private static final Map<SignalKind, Predicate<Map<String, String>>> HEADERS =
      Map.of(
          SignalKind.BOUNCE,
          headers ->
              headers.getOrDefault("return-path", "").strip().equals("<>")
                  || headers.containsKey("x-failed-recipients")
                  || headers.getOrDefault("content-type", "").startsWith("multipart/report"),
          // RFC 3834; the others are what programs wrote before it
          SignalKind.AUTO_SUBMITTED,
          headers ->
              !headers.getOrDefault("auto-submitted", "no").strip().startsWith("no")
                  || headers.containsKey("x-autoreply")
                  || headers.containsKey("x-autorespond")
                  || headers.getOrDefault("precedence", "").strip().equals("auto_reply"),
          // RFC 2919 and 2369
          SignalKind.LIST_MAIL,
          headers ->
              headers.containsKey("list-id")
                  || headers.containsKey("list-unsubscribe")
                  || List.of("bulk", "list", "junk")
                      .contains(headers.getOrDefault("precedence", "").strip()));

  private Sender() {}

  /** What speaks for a program. */
  static List<Signal> of(Incoming incoming) {
    var signals = new ArrayList<Signal>();
    HEADERS.forEach(
        (kind, says) -> {
          if (says.test(lowered(incoming.envelope().headers()))) {
            signals.add(Signal.of(kind));
          }
        });
    if (BOUNCES.matcher(incoming.address()).matches()) {
      signals.add(Signal.of(SignalKind.BOUNCE));
    }
    if (TAKES_NO_ANSWER.matcher(incoming.address()).matches()) {
      signals.add(Signal.of(SignalKind.NO_REPLY));
    }
    signals.addAll(ofWords(incoming));
    return signals;
  }

  private static Map<String, String> lowered(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, it -> it.getValue().toLowerCase(Locale.ROOT)));
  }

  /**
   * A program's words stand in the subject, or in what it says of itself; a person who quotes one
   * of these far down is not a program.
   */
  private static List<Signal> ofWords(Incoming incoming) {
    var signals = new ArrayList<Signal>();
    for (var kind : SignalKind.values()) {
      if (kind.isAutomatic()) {
        var words = found(incoming.rawSubject(), BOOK.section(kind.word() + ".subject"));
        words.addAll(found(incoming.text(), BOOK.section(kind.word())));
        if (!words.isEmpty()) {
          signals.add(new Signal(kind, words.stream().distinct().limit(3).toList()));
        }
      }
    }
    return signals;
  }

  private static List<String> found(String text, List<Phrase> phrases) {
    var words = new ArrayList<String>();
    for (var sentence : Told.sentences(text, Locale.ROOT)) {
      if (!sentence.isQuestion()) {
        sentence.find(phrases).forEach(span -> words.add(sentence.written(span)));
      }
    }
    return words;
  }
}
