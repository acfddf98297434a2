package org.svarbar.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the policy once; the start fails when it is out of range. */
@ApplicationScoped
class SuggestionSettings {

  private static final String SIMILARITY_WEIGHT = "svarbar.suggestion.similarity-weight";
  private static final double HEAVIEST = 200;

  @Inject
  @ConfigProperty(name = "svarbar.suggestion.minimum-evidence")
  double minimumEvidence;

  @Inject
  @ConfigProperty(name = "svarbar.suggestion.minimum-share")
  double minimumShare;

  @Inject
  @ConfigProperty(name = "svarbar.suggestion.minimum-of-best")
  double minimumOfBest;

  @Inject
  @ConfigProperty(name = SIMILARITY_WEIGHT)
  double similarityWeight;

  private SuggestionPolicy policy;

  void start(@Observes Startup started) {
    policy = new SuggestionPolicy(minimumEvidence, minimumShare, minimumOfBest);
    if (!(similarityWeight >= 0 && similarityWeight <= HEAVIEST)) {
      throw new IllegalStateException(
          SIMILARITY_WEIGHT + " is not between 0 and 200: " + similarityWeight);
    }
  }

  SuggestionPolicy policy() {
    return policy;
  }

  /** What a similarity of 1 counts beside what the search found, 0 to 200. */
  double similarityWeight() {
    return similarityWeight;
  }
}
