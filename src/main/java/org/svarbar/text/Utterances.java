package org.svarbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a mail into utterances: sentences, items of lists, and questions joined in a sentence. */
final class Utterances {

  /** What the customer asks stands within these. */
  private static final int MOST = 300;

  private static final int MOST_CHARACTERS = 20_000;

  /** Longer ones are no sentences. */
  private static final int LONGEST_SENTENCE = 500;

  private static final int FEWEST_WORDS = 3;

  private final Locale language;
  private final AskingWords asking;
  private final List<Utterance> all = new ArrayList<>();

  private Utterances(Locale language) {
    this.language = language;
    asking = AskingWords.of(language);
  }

  static List<Utterance> of(String text, Locale language) {
    var utterances = new Utterances(language);
    var intro = "";
    for (var block : Sentences.blocks(Characters.lines(beginning(text)))) {
      if (utterances.all.size() >= MOST) {
        break;
      }
      if (block.item()) {
        utterances.addItem(block.text(), intro);
      } else if (!block.text().isEmpty()) {
        utterances.addSentences(block.text());
        intro = block.text();
      }
    }
    return utterances.all;
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  private void addSentences(String block) {
    var sentences = new ArrayList<String>();
    Sentences.split(block, language, sentences);
    sentences.forEach(this::addSentence);
  }

  /** Below `Mina frågor:` every item asks, whatever its form. */
  private void addItem(String item, String intro) {
    boolean asked =
        Phrases.words(intro).stream()
            .anyMatch(word -> asking.questionNouns().stream().anyMatch(word::startsWith));
    var utterance = Utterance.of(item, true, language);
    all.add(asked && !utterance.asks() ? utterance.as(Questions.Kind.ASKS) : utterance);
  }

  private void addSentence(String sentence) {
    var whole = Utterance.of(sentence, false, language);
    int joint = whole.asks() && sentence.length() <= LONGEST_SENTENCE ? joint(sentence) : 0;
    if (joint == 0) {
      all.add(whole);
      return;
    }
    all.add(Utterance.of(withoutComma(sentence.substring(0, joint)), false, language));
    addSentence(sentence.substring(joint).strip());
  }

  private static String withoutComma(String text) {
    return text.strip().replaceFirst("[,;]$", "");
  }

  /** Where a second question begins: `… och var lämnar jag in den?`; 0 if there is none. */
  private int joint(String sentence) {
    int word = 0;
    for (int i = 1; i < sentence.length(); i++) {
      if (sentence.charAt(i) == ' ' && ++word >= FEWEST_WORDS && isJoint(sentence, i)) {
        return i;
      }
    }
    return 0;
  }

  /** `… for April and May this year` */
  private static boolean beginsWithName(String text) {
    var bare = text.strip();
    return !bare.isEmpty() && Character.isUpperCase(bare.charAt(0)) && !bare.startsWith("I ");
  }

  private boolean isJoint(String sentence, int space) {
    var rest = sentence.substring(space + 1);
    var words = Phrases.words(rest.substring(0, Math.min(rest.length(), 80)));
    return words.size() > FEWEST_WORDS
        && !beginsWithName(rest.substring(words.getFirst().length()))
        && asking.and().contains(words.getFirst())
        && asking.asksAt(words, 1)
        && Utterance.of(sentence.substring(0, space), false, language).asks();
  }
}
