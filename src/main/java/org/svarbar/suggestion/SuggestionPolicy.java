package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a hit is good enough to be shown. */
@ApplicationScoped
class SuggestionPolicy {

  @Inject
  @ConfigProperty(name = "svarbar.suggestion.minimum-coverage")
  double minimumCoverage;

  boolean lets(Candidate candidate) {
    return candidate.coverage() >= minimumCoverage;
  }
}
