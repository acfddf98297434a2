package org.svarbar.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.svarbar.intake.ReceivedDelivery;
import org.svarbar.outbox.AcceptedAction;

/**
 * Something that followed from a delivery and has ended.
 *
 * @param action the kind of the action; empty: the decision
 * @param after since the webhook came
 */
public record Step(String action, Duration after) {

  /**
   * In the order in which they ended.
   *
   * @param actions on the delivery's ticket, those that follow from other deliveries too
   */
  static List<Step> of(ReceivedDelivery delivery, List<AcceptedAction> actions) {
    var steps = new ArrayList<Step>();
    var came = delivery.receivedAt();
    delivery.attempts().finishedAt().ifPresent(at -> steps.add(step("", came, at)));
    actions.stream()
        .filter(action -> action.correlation().isPresent())
        .filter(action -> action.correlation().equals(delivery.correlation()))
        .flatMap(action -> step(action, came))
        .sorted(Comparator.comparing(Step::after))
        .forEach(steps::add);
    return steps;
  }

  private static Stream<Step> step(AcceptedAction action, Instant came) {
    return action.attempts().finishedAt().map(at -> step(action.kind(), came, at)).stream();
  }

  private static Step step(String action, Instant came, Instant at) {
    return new Step(action, Duration.between(came, at));
  }
}
