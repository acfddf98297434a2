package org.svarbar.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.svarbar.text.LanguageGuess;

/** Signals on the corpus; the half that rules were not made for is counted apart. */
class SignalsTest {

  /** What a mail with this label must be known by; some labels are one to us. */
  private static final Set<String> GRAVE =
      Set.of("threat", "legal", "data-protection", "self-harm");

  private static final Set<String> AUTOMATIC = Set.of("bounce", "out-of-office", "auto");

  private record Seen(TriageMail mail, List<Signal> signals) {

    Set<SignalKind> kinds() {
      return signals.stream().map(Signal::kind).collect(Collectors.toSet());
    }

    boolean knows(String label) {
      return AUTOMATIC.contains(label)
          ? kinds().stream().anyMatch(SignalKind::isAutomatic)
          : kinds().contains(SignalKind.find(label).orElseThrow());
    }

    boolean needsPerson() {
      return kinds().stream().anyMatch(kind -> kind.isTone() || kind.isAutomatic());
    }
  }

  private static final List<Seen> ALL = TriageMail.all().stream().map(SignalsTest::seen).toList();

  private static Seen seen(TriageMail mail) {
    // as in life: the language is found out
    var language =
        LanguageGuess.of(mail.subject() + "\n" + mail.text())
            .map(LanguageGuess::language)
            .orElse(Locale.ENGLISH);
    var incoming = Incoming.ofWords(mail.subject(), mail.text(), language);
    var tone = Tone.of(incoming.subject(), incoming.text(), language).stream();
    return new Seen(mail, Stream.concat(tone, Sender.of(incoming).stream()).toList());
  }

  @Test
  void knowsWhatIsGraveInTheHalfThatRulesWereMadeFor() {
    print(false);
    assertThat(missed(false, GRAVE)).isEmpty();
    assertThat(recall(false, "complaint")).isGreaterThanOrEqualTo(.9);
    assertThat(falseAlarms(false)).isLessThanOrEqualTo(.05);
  }

  @Test
  void knowsWhatIsGraveInTheHalfHeldBack() {
    print(true);
    assertThat(recall(true, GRAVE.toArray(String[]::new))).isGreaterThanOrEqualTo(.9);
    assertThat(recall(true, "complaint")).isGreaterThanOrEqualTo(.8);
    assertThat(falseAlarms(true)).isLessThanOrEqualTo(.1);
  }

  private static List<Seen> half(boolean heldBack) {
    return ALL.stream().filter(it -> it.mail().heldBack() == heldBack).toList();
  }

  private static double recall(boolean heldBack, String... labels) {
    var seen = 0;
    var all = 0;
    for (var label : labels) {
      for (var each : half(heldBack)) {
        if (each.mail().labels().contains(label)) {
          all++;
          seen += each.knows(label) ? 1 : 0;
        }
      }
    }
    return seen / (double) all;
  }

  private static List<String> missed(boolean heldBack, Set<String> labels) {
    var missed = new ArrayList<String>();
    for (var each : half(heldBack)) {
      for (var label : each.mail().labels()) {
        if (labels.contains(label) && !each.knows(label)) {
          missed.add(each.mail().id() + " " + label);
        }
      }
    }
    return missed;
  }

  private static double falseAlarms(boolean heldBack) {
    var ordinary = half(heldBack).stream().filter(it -> it.mail().isOrdinary()).toList();
    return ordinary.stream().filter(Seen::needsPerson).count() / (double) ordinary.size();
  }

  /** Of the half held back only figures are printed: nobody is to look at its mails. */
  private static void print(boolean heldBack) {
    var counts = new TreeMap<String, String>();
    var labels = ALL.stream().flatMap(it -> it.mail().labels().stream()).distinct().toList();
    for (var label : labels) {
      var all = half(heldBack).stream().filter(it -> it.mail().labels().contains(label)).toList();
      counts.put(label, all.stream().filter(it -> it.knows(label)).count() + "/" + all.size());
    }
    var person = half(heldBack).stream().filter(it -> !it.mail().isOrdinary()).toList();
    System.out.println(
        (heldBack ? "held back: " : "rules: ")
            + counts
            + " any-signal="
            + person.stream().filter(Seen::needsPerson).count()
            + "/"
            + person.size()
            + " false-alarms="
            + falseAlarms(heldBack));
    if (!heldBack) {
      System.out.println("missed: " + missed(false, Set.copyOf(labels)));
      half(false).stream()
          .filter(it -> it.mail().isOrdinary() && it.needsPerson())
          .forEach(it -> System.out.println("false alarm: " + it.mail().id() + " " + it.signals()));
    }
  }
}
