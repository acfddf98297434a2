package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.svarbar.access.TicketPass;
import org.svarbar.assist.Offer;
import org.svarbar.assist.Offers;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Learning;
import org.svarbar.triage.Outcome;
import org.svarbar.triage.Outcome.LearnedBy;
import org.svarbar.triage.Verdicts;

/** Takes down what agents think of suggestions, and learns from it. */
@ApplicationScoped
class Votes {

  @Inject PanelActs acts;
  @Inject Offers offers;
  @Inject Verdicts verdicts;
  @Inject Learning learning;
  @Inject Clock clock;

  /**
   * What an agent says of a suggestion takes the place of what they said before. Only what is said
   * of the first one offered teaches how likely first suggestions are right.
   *
   * @return the vote
   */
  @Transactional
  PanelAct vote(
      TicketPass pass,
      String messageId,
      long entryId,
      boolean right,
      Optional<PanelAct.Reason> reason) {
    var vote =
        new PanelAct(
            pass.ticket(),
            messageId,
            entryId,
            pass.agent(),
            PanelAct.Kind.VOTED,
            Optional.of(right),
            reason.filter(any -> !right),
            clock.instant());
    var offer = offers.find(pass.ticket(), messageId);
    if (offer.isPresent()) {
      acts.put(vote);
      verdicts
          .find(pass.ticket(), messageId)
          .filter(judged -> isFirst(entryId, offer.get()))
          .ifPresent(judged -> learning.learn(List.of(outcome(vote, judged, offer.get(), right))));
    }
    return vote;
  }

  /** Takes down that a suggestion was used. */
  @Transactional
  void used(TicketPass pass, String messageId, long entryId, PanelAct.Kind kind) {
    if (offers.find(pass.ticket(), messageId).isPresent()) {
      acts.put(
          new PanelAct(
              pass.ticket(),
              messageId,
              entryId,
              pass.agent(),
              kind,
              Optional.empty(),
              Optional.empty(),
              clock.instant()));
    }
  }

  private static boolean isFirst(long entryId, Offer offer) {
    return !offer.items().isEmpty() && offer.items().getFirst().entryId() == entryId;
  }

  private static Outcome outcome(PanelAct vote, Judged judged, Offer offer, boolean right) {
    var assessment = judged.verdict().assessment();
    return new Outcome(
        vote.ticket(),
        vote.messageId(),
        LearnedBy.VOTE,
        offer.items().stream().map(Offer.Item::entryId).toList(),
        List.of(),
        right,
        0,
        1,
        assessment.rawProbability(),
        assessment.probability(),
        judged.language(),
        judged.group(),
        vote.at());
  }
}
