package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What operators set. */
@ApplicationScoped
class TriageSettings {

  @Inject
  @ConfigProperty(name = "svarbar.triage.answerable-from")
  double answerableFrom;

  @Inject
  @ConfigProperty(name = "svarbar.triage.frequent-from")
  int frequentFrom;

  Judgement judgement(HardRules rules) {
    return new Judgement(rules, answerableFrom, frequentFrom);
  }
}
