package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the policy once; the start fails when it is out of range. */
@ApplicationScoped
class SuggestionSettings {

  @Inject
  @ConfigProperty(name = "svarbar.suggestion.minimum-evidence")
  double minimumEvidence;

  @Inject
  @ConfigProperty(name = "svarbar.suggestion.minimum-share")
  double minimumShare;

  @Inject
  @ConfigProperty(name = "svarbar.suggestion.minimum-of-best")
  double minimumOfBest;

  private SuggestionPolicy policy;

  void start(@Observes Startup started) {
    policy = new SuggestionPolicy(minimumEvidence, minimumShare, minimumOfBest);
  }

  SuggestionPolicy policy() {
    return policy;
  }
}
