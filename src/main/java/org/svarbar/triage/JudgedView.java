package org.svarbar.triage;

import java.time.Instant;
import java.util.Locale;

/** A verdict about a message as it is sent. */
public record JudgedView(String ticket, String message, VerdictView verdict, Instant judgedAt) {

  static JudgedView of(Judged judged, Locale reader) {
    return new JudgedView(
        judged.ticket().id(),
        judged.messageId(),
        VerdictView.of(judged.verdict(), reader),
        judged.at());
  }
}
