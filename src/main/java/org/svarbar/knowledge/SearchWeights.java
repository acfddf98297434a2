package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much each view of an entry counts in the search. Fitted, see docs/decisions/0009-ranking.md;
 * the start fails when they are not five numbers of 0 to 100.
 */
@ApplicationScoped
class SearchWeights {

  private static final String KEY = "svarbar.knowledge.search-weights";

  @Inject
  @ConfigProperty(name = KEY)
  String setting;

  private Weights weights;

  record Weights(
      double wordsOfQuestions,
      double words,
      double piecesOfQuestions,
      double pieces,
      double pairs) {

    static Weights of(String setting) {
      try {
        var all = Arrays.stream(setting.split(",")).mapToDouble(Double::parseDouble).toArray();
        if (all.length == 5 && Arrays.stream(all).allMatch(it -> it >= 0 && it <= 100)) {
          return new Weights(all[0], all[1], all[2], all[3], all[4]);
        }
      } catch (NumberFormatException e) {
        throw new IllegalStateException(KEY + " has something that is no number: " + setting, e);
      }
      throw new IllegalStateException(KEY + " is not five numbers of 0 to 100: " + setting);
    }
  }

  void start(@Observes Startup started) {
    weights = Weights.of(setting);
  }

  Weights now() {
    return weights;
  }
}
