package org.svarbar.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.suggestion.Suggestions;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;

/** Judges messages of requesters. */
@ApplicationScoped
public class Triage {

  private static final Duration LOOKED_BACK = Duration.ofDays(90);

  /** Outcomes are alike when their probabilities are no farther apart. */
  private static final double ALIKE = 0.1;

  @Inject TriageSettings settings;
  @Inject TriagePolicies policies;
  @Inject Verdicts verdicts;
  @Inject Suggestions suggestions;
  @Inject Calibrations calibrations;
  @Inject Outcomes outcomes;
  @Inject Promises promises;
  @Inject Clock clock;

  /**
   * What the message needs; nothing is stored.
   *
   * @param suggested what the knowledge has for it
   */
  @Transactional
  public Judged judge(Ticket ticket, Message message, Suggested suggested) {
    var incoming = Incoming.of(ticket, message, suggested.language());
    var rules = policies.of(ticket.ref().connection()).rules();
    return new Judged(
        ticket.ref(),
        message.id(),
        verdict(incoming, rules, suggested, certainty(suggested, ticket), ticket.ref().id()),
        best(suggested).map(Suggestion::entryId),
        suggested.language(),
        ticket.group(),
        clock.instant());
  }

  /**
   * What the shipped model would have said when the message came: nothing counts that was learned,
   * promised or asked later.
   *
   * @param ticket as it was then
   * @param suggested what the knowledge had for it then
   */
  public Judged judgeThen(Ticket ticket, Message message, Suggested suggested) {
    var incoming = Incoming.of(ticket, message, suggested.language());
    var rules = policies.of(ticket.ref().connection()).rules();
    var certainty = Certainty.unmeasured(suggested.probability());
    var similar = similar(suggested, ticket.ref().id(), message.createdAt());
    return new Judged(
        ticket.ref(),
        message.id(),
        settings.judgement(rules).of(incoming, suggested, certainty, similar),
        best(suggested).map(Suggestion::entryId),
        suggested.language(),
        ticket.group(),
        message.createdAt());
  }

  /** The same for words that somebody tries, of which nothing else is known. */
  public Verdict tryOut(String subject, String text, HardRules rules, Suggested suggested) {
    Locale language = suggested.language();
    return verdict(
        Incoming.ofWords(subject, text, language),
        rules,
        suggested,
        Certainty.unmeasured(suggested.probability()),
        "");
  }

  /** The rules that concern these words, which somebody tries. */
  public List<HardRule> fired(String subject, String text, HardRules rules, Locale language) {
    var incoming = Incoming.ofWords(subject, text, language);
    return rules.concerning(incoming, Signals.of(incoming));
  }

  private Verdict verdict(
      Incoming incoming,
      HardRules rules,
      Suggested suggested,
      Certainty certainty,
      String ticketId) {
    return settings
        .judgement(rules)
        .of(incoming, suggested, certainty, similar(suggested, ticketId, clock.instant()));
  }

  private Certainty certainty(Suggested suggested, Ticket ticket) {
    var connection = ticket.ref().connection();
    var raw = suggested.probability();
    var calibration = calibrations.of(connection);
    return new Certainty(
        calibration.of(raw),
        raw,
        outcomes.alike(connection, raw, ALIKE),
        calibration.version(),
        promises.of(connection, ticket.group()).map(promise -> promise.covers(raw)));
  }

  /** Verdicts and past questions may tell of the same tickets: they are not added up. */
  private int similar(Suggested suggested, String ticketId, Instant now) {
    var since = now.minus(LOOKED_BACK);
    return best(suggested)
        .map(
            it ->
                Math.max(
                    verdicts.countSimilar(it.entryId(), since, now, ticketId),
                    suggestions.countAsked(it.entryId(), since, now)))
        .orElse(0);
  }

  private static Optional<Suggestion> best(Suggested suggested) {
    return suggested.suggestions().stream().findFirst();
  }
}
