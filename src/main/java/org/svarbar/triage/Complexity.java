package org.svarbar.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.svarbar.text.Questions;
import org.svarbar.text.Words;

/** What makes a case less simple than one question with one answer. */
final class Complexity {

  private static final int MOST_QUESTIONS = 3;
  private static final int MOST_WORDS = 150;

  /** A trace of an error, a line of a log, an address in memory. */
  private static final Pattern LOG =
      Pattern.compile(
          "(?m)^\\s*at [\\w.$]{3,80}\\(|\\b[A-Z]\\w{2,40}(Exception|Error)\\b"
              + "|\\b\\d{2}:\\d{2}:\\d{2}\\b.{0,80}\\b(ERROR|WARN|INFO|DEBUG|error|warn)\\b"
              + "|\\b0x[0-9a-fA-F]{4,16}\\b");

  private Complexity() {}

  /** What speaks for a case that is not simple. */
  static List<Signal> of(Incoming incoming) {
    var signals = new ArrayList<Signal>();
    var asked = Questions.of(incoming.subject(), incoming.text(), incoming.language()).asked();
    if (asked.size() > MOST_QUESTIONS) {
      signals.add(number(SignalKind.MANY_QUESTIONS, asked.size()));
    }
    var words = Words.of(incoming.text(), incoming.language()).size();
    if (words > MOST_WORDS) {
      signals.add(number(SignalKind.LONG, words));
    }
    if (incoming.envelope().attachments() > 0) {
      signals.add(number(SignalKind.ATTACHMENTS, incoming.envelope().attachments()));
    }
    add(SignalKind.LOG, LOG.matcher(incoming.text()).find(), signals);
    add(SignalKind.AGENT_REPLIED, incoming.agentReplied(), signals);
    add(SignalKind.ANSWERED_AUTOMATICALLY, incoming.answeredAutomatically(), signals);
    add(SignalKind.REOPENED, incoming.reopened(), signals);
    return signals;
  }

  private static Signal number(SignalKind kind, int number) {
    return new Signal(kind, List.of(Integer.toString(number)));
  }

  private static void add(SignalKind kind, boolean isSeen, List<Signal> signals) {
    if (isSeen) {
      signals.add(Signal.of(kind));
    }
  }
}
