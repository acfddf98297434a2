package org.svarbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;

class QuestionsTest {

  /** The word lists were written with these mails in view. */
  @Test
  void findsTheQuestionsOfSampleMails() {
    var counts = new Counts();
    for (var language : Languages.ALL) {
      counts.addAll(language.getLanguage());
    }
    counts.addAll("mixed");

    System.out.println("seen " + counts);
    assertThat(counts.mails).isGreaterThanOrEqualTo(55);
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(counts.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(counts.shareOfContexts()).isGreaterThanOrEqualTo(0.85);
  }

  /** And these were not. */
  @Test
  void findsTheQuestionsOfMailsThatNothingWasFittedTo() {
    var counts = new Counts();
    counts.addAll("held-out");

    System.out.println("held out " + counts);
    assertThat(counts.mails).isGreaterThanOrEqualTo(12);
    assertThat(counts.precision()).isGreaterThanOrEqualTo(0.8);
    assertThat(counts.recall()).isGreaterThanOrEqualTo(0.8);
    assertThat(counts.shareOfContexts()).isGreaterThanOrEqualTo(0.8);
  }

  private static final class Counts {

    final List<String> faults = new ArrayList<>();
    int mails;
    int expected;
    int found;
    int both;
    int contexts;
    int contextsFound;

    void addAll(String name) {
      var all = WordList.text("/text/questions/" + name + ".txt");
      Stream.of(all.split("\n---\n")).filter(mail -> !mail.isBlank()).forEach(m -> add(m, name));
    }

    private void add(String mail, String name) {
      var subject = field(mail, "subject: ").orElse("");
      var language = Locale.of(field(mail, "language: ").orElse(name));
      var text =
          String.join(
              "\n",
              mail.lines().filter(line -> !line.matches("(\\?|subject:|language:) .*")).toList());
      var asked = new ArrayList<>(Questions.of(subject, text, language).asked());
      mails++;
      found += asked.size();
      mail.lines().filter(line -> line.startsWith("? ")).forEach(line -> match(line, asked));
      asked.forEach(extra -> faults.add("not asked: " + extra));
    }

    private void match(String line, List<Questions.Asked> asked) {
      var parts = line.substring(2).split(" ~ ");
      expected++;
      contexts += parts.length - 1;
      var hit = asked.stream().filter(one -> isAlike(one.text(), parts[0])).findFirst();
      if (hit.isEmpty()) {
        faults.add("missed: " + parts[0]);
        return;
      }
      both++;
      asked.remove(hit.get());
      if (parts.length == 2) {
        boolean there = hit.get().context().contains(parts[1]);
        contextsFound += there ? 1 : 0;
        if (!there) {
          faults.add("without " + parts[1] + ": " + hit.get());
        }
      }
    }

    /** Whether two texts share at least three fifths of their words. */
    private static boolean isAlike(String one, String other) {
      var first = new HashSet<>(Phrases.words(one));
      var all = new HashSet<>(Phrases.words(other));
      var shared = new HashSet<>(first);
      shared.retainAll(all);
      all.addAll(first);
      return shared.size() >= 0.6 * all.size();
    }

    private static Optional<String> field(String mail, String name) {
      return mail.lines()
          .filter(l -> l.startsWith(name))
          .map(l -> l.substring(name.length()).strip())
          .findAny();
    }

    double precision() {
      return (double) both / found;
    }

    double recall() {
      return (double) both / expected;
    }

    double shareOfContexts() {
      return (double) contextsFound / contexts;
    }

    @Override
    public String toString() {
      return "mails=%d questions=%d found=%d precision=%.3f recall=%.3f contexts=%.3f%n%s"
          .formatted(
              mails,
              expected,
              found,
              precision(),
              recall(),
              shareOfContexts(),
              String.join("\n", faults));
    }
  }

  @Test
  void weighsWhatIsAskedAboveTheStory() {
    var text =
        "Tack för senast! I fjol bytte vi kontor. Det var rörigt. Hur ändrar vi antalet signaler?";

    var questions = Questions.of("Telefoner", text, Languages.SWEDISH);

    assertThat(questions.sentences())
        .extracting(Questions.Weighed::kind)
        .containsExactly(
            Questions.Kind.COURTESY,
            Questions.Kind.TELLS,
            Questions.Kind.TELLS,
            Questions.Kind.ASKS);
    assertThat(questions.gist()).isEqualTo("Hur ändrar vi antalet signaler?");
  }

  @Test
  void takesTheSubjectWhenTheTextSaysNothing() {
    assertThat(Questions.of("Router blinkar", "", Languages.SWEDISH).asked())
        .containsExactly(new Questions.Asked("Router blinkar", ""));
    assertThat(Questions.of("VPN", "Kan ni hjälpa mig?", Languages.SWEDISH).asked())
        .containsExactly(new Questions.Asked("Kan ni hjälpa mig?", "VPN"));
    assertThat(Questions.of("", "", Languages.SWEDISH).asked()).isEmpty();
  }

  @Test
  void findsNoMoreThanAPersonCouldMean() {
    assertThat(Questions.of("", "Hur gör jag det här?\n".repeat(50), Languages.SWEDISH).asked())
        .hasSize(Questions.MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "Hur ", "- a\n", "hur och ", "och hur ", "a. ", "jag vill ", "\n"})
  @Timeout(20)
  void takesTimeInProportionToLength(String piece) {
    var text = piece.repeat(1_000_000 / piece.length());

    for (var language : Languages.ALL) {
      assertThat(Questions.of("", text, language)).isNotNull();
    }
  }
}
