package org.svarbar.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.svarbar.platform.Languages;
import org.svarbar.text.LanguageGuess;
import org.svarbar.text.Terms;
import org.svarbar.text.Word;

/**
 * Puts questions together that ask for the same: each joins the first group with whose leading
 * question it shares half of the words of the shorter one, or leads a group of its own.
 */
final class Gaps {

  private static final double ALIKE = 0.5;
  private static final int MOST_QUESTIONS = 5;

  private Gaps() {}

  /** A question and how often it was asked. */
  record Asked(String text, long times) {}

  private record Group(Set<String> words, List<String> questions, long times) {

    Group with(Asked asked) {
      var more = new ArrayList<>(questions);
      more.add(asked.text());
      return new Group(words, more, times + asked.times());
    }

    Gap gap() {
      return new Gap(questions.stream().limit(MOST_QUESTIONS).toList(), times);
    }
  }

  /** The most frequent first. */
  static List<Gap> of(List<Asked> questions) {
    var groups = new ArrayList<Group>();
    questions.stream()
        .sorted(Comparator.comparingLong(Asked::times).reversed().thenComparing(Asked::text))
        .forEach(it -> join(it, groups));
    return groups.stream()
        .sorted(Comparator.comparingLong(Group::times).reversed())
        .map(Group::gap)
        .toList();
  }

  private static void join(Asked asked, List<Group> groups) {
    var words = words(asked.text());
    for (var at = 0; at < groups.size(); at++) {
      if (areAlike(words, groups.get(at).words())) {
        groups.set(at, groups.get(at).with(asked));
        return;
      }
    }
    groups.add(new Group(words, List.of(asked.text()), asked.times()));
  }

  private static boolean areAlike(Set<String> one, Set<String> other) {
    var common = new HashSet<>(one);
    common.retainAll(other);
    return !common.isEmpty() && common.size() >= ALIKE * Math.min(one.size(), other.size());
  }

  private static Set<String> words(String text) {
    var terms = Terms.of(text, language(text)).words();
    var telling = new HashSet<String>();
    terms.stream().filter(word -> !word.stop()).map(Word::key).forEach(telling::add);
    return telling;
  }

  private static Locale language(String text) {
    return LanguageGuess.of(text).map(LanguageGuess::language).orElse(Languages.ENGLISH);
  }
}
