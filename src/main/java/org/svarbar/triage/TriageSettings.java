package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What operators set; the start fails when it is out of range. */
@ApplicationScoped
class TriageSettings {

  @Inject
  @ConfigProperty(name = "svarbar.triage.answerable-from")
  double answerableFrom;

  @Inject
  @ConfigProperty(name = "svarbar.triage.frequent-from")
  int frequentFrom;

  void start(@Observes Startup started) {
    require(answerableFrom >= 0.5 && answerableFrom <= 1, "answerable-from", answerableFrom);
    require(frequentFrom >= 1 && frequentFrom <= 10_000, "frequent-from", frequentFrom);
  }

  Judgement judgement(HardRules rules) {
    return new Judgement(rules, answerableFrom, frequentFrom);
  }

  private static void require(boolean held, String setting, Object value) {
    if (!held) {
      throw new IllegalStateException(
          "svarbar.triage." + setting + " is out of its range: " + value);
    }
  }
}
