package org.svarbar.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a mail asks, question by question.
 *
 * @param asked in the mail's order; when nothing is asked openly, the trouble that the mail tells
 *     of is the one question; empty only if there is nothing to read
 * @param sentences all sentences of the mail with what they are for
 */
public record Questions(List<Asked> asked, List<Weighed> sentences) {

  /** Who asks more than this at once has written something else than a mail. */
  static final int MOST = 10;

  private static final int SENTENCES_OF_TROUBLE = 3;
  private static final double OF_CONTEXT = 0.6;
  private static final double OF_STORY = 0.3;

  public Questions {
    asked = List.copyOf(asked);
    sentences = List.copyOf(sentences);
  }

  /** What a writer does with a sentence. */
  public enum Kind {
    /** a question, a request or a wish */
    ASKS,
    /** what happened, what is so */
    TELLS,
    /** thanks, hopes, announcements */
    COURTESY
  }

  /**
   * One question.
   *
   * @param text as it was written
   * @param context sentences of the mail, or its subject, without which the question is not
   *     understood; empty if it is
   */
  public record Asked(String text, String context) {

    public Asked {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(context, "context");
    }

    /** Context and question as one text. */
    public String inFull() {
      return context.isEmpty() ? text : context + "\n" + text;
    }
  }

  /**
   * A sentence.
   *
   * @param weight how much it says about what is asked: 1 for questions, 0 for courtesy
   */
  public record Weighed(String text, Kind kind, double weight) {}

  /**
   * Finds the questions.
   *
   * @param subject of the mail; may be empty
   * @param text as {@link MailText} leaves it
   * @param language in which the text is written
   */
  public static Questions of(String subject, String text, Locale language) {
    var utterances = Utterances.of(text, language);
    var asking = merged(utterances);
    if (asking.isEmpty()) {
      return ofTrouble(subject, utterances);
    }
    var contexts = new LinkedHashSet<String>();
    var asked = new ArrayList<Asked>();
    for (int i : asking.subList(0, Math.min(asking.size(), MOST))) {
      var context = context(utterances, i);
      contexts.addAll(context);
      asked.add(asked(utterances.get(i), context, subject));
    }
    return new Questions(asked, weighed(utterances, contexts));
  }

  /** The mail without its story: what is asked, and what is needed to understand it. */
  public String gist() {
    return sentences.stream()
        .filter(sentence -> sentence.weight() >= OF_CONTEXT)
        .map(Weighed::text)
        .collect(Collectors.joining("\n"));
  }

  private static Asked asked(Utterance question, Set<String> context, String subject) {
    boolean alone = context.isEmpty() && question.needsContext();
    return new Asked(question.text(), alone ? subject : String.join(" ", context));
  }

  /**
   * The places of the utterances that ask: without a wish that the next question is about (it is
   * context), and without calls for help beside real questions.
   */
  private static List<Integer> merged(List<Utterance> all) {
    var asking = new ArrayList<Integer>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).asks() && !isTakenUp(all, i)) {
        asking.add(i);
      }
    }
    var real = asking.stream().filter(i -> !all.get(i).isEmptyOfContent()).toList();
    boolean anyReal = real.stream().anyMatch(i -> !all.get(i).needsContext());
    return anyReal ? asking.stream().filter(i -> !isCallForHelp(all.get(i))).toList() : asking;
  }

  private static boolean isTakenUp(List<Utterance> all, int i) {
    return all.get(i).wish()
        && i + 1 < all.size()
        && all.get(i + 1).asks()
        && !all.get(i + 1).wish()
        && (all.get(i).inPassing() || all.get(i + 1).isEmptyOfContent());
  }

  /** `Kan ni hjälpa mig?` */
  private static boolean isCallForHelp(Utterance utterance) {
    return utterance.isEmptyOfContent() && !utterance.pointing() && !utterance.item();
  }

  /**
   * The first thing told and the one nearest to the question, or what follows if nothing precedes;
   * for a question that is understood alone, the wish that it takes up.
   */
  private static Set<String> context(List<Utterance> all, int question) {
    var context = new LinkedHashSet<String>();
    if (!all.get(question).needsContext()) {
      if (question > 0 && isTakenUp(all, question - 1)) {
        context.add(all.get(question - 1).text());
      }
      return context;
    }
    var before = all.subList(0, question);
    first(before).ifPresent(context::add);
    first(before.reversed()).ifPresent(context::add);
    if (context.isEmpty()) {
      first(all.subList(question + 1, all.size())).ifPresent(context::add);
    }
    return context;
  }

  private static Optional<String> first(List<Utterance> utterances) {
    return utterances.stream()
        .filter(one -> one.kind() != Kind.COURTESY && !one.isEmptyOfContent())
        .findFirst()
        .map(Utterance::text);
  }

  private static List<Weighed> weighed(List<Utterance> utterances, Set<String> contexts) {
    return utterances.stream()
        .map(one -> new Weighed(one.text(), one.kind(), weight(one, contexts)))
        .toList();
  }

  private static double weight(Utterance utterance, Set<String> contexts) {
    return switch (utterance.kind()) {
      case ASKS -> 1;
      case TELLS -> contexts.contains(utterance.text()) ? OF_CONTEXT : OF_STORY;
      case COURTESY -> 0;
    };
  }

  /** Nothing is asked: what is told is the question, or whatever there is. */
  private static Questions ofTrouble(String subject, List<Utterance> utterances) {
    var told = utterances.stream().filter(Utterance::tells).toList();
    var trouble = told.isEmpty() ? utterances : told;
    var text =
        trouble.stream()
            .limit(SENTENCES_OF_TROUBLE)
            .map(Utterance::text)
            .collect(Collectors.joining(" "));
    var sentences =
        utterances.stream()
            .map(one -> new Weighed(one.text(), one.kind(), trouble.contains(one) ? 1 : 0))
            .toList();
    var question = text.isEmpty() ? subject : text;
    return question.isEmpty()
        ? new Questions(List.of(), sentences)
        : new Questions(List.of(new Asked(question, text.isEmpty() ? "" : subject)), sentences);
  }
}
