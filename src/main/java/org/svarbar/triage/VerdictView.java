package org.svarbar.triage;

import java.util.List;
import java.util.Locale;

/**
 * A verdict as it is sent.
 *
 * @param reasons worded for whoever reads them
 */
public record VerdictView(
    String verdict,
    double probability,
    int measuredOn,
    String quadrant,
    int similar,
    List<String> signals,
    List<String> reasons,
    String model) {

  static VerdictView of(Verdict verdict, Locale reader) {
    var assessment = verdict.assessment();
    return new VerdictView(
        verdict.word(),
        assessment.probability(),
        assessment.measuredOn(),
        assessment.quadrant().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        assessment.similar(),
        assessment.signals().stream().sorted().map(SignalKind::word).toList(),
        assessment.reasons().stream().map(reason -> reason.in(reader)).toList(),
        assessment.model());
  }
}
