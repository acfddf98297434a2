package org.svarbar.assist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.svarbar.assist.Modes.Conduct;
import org.svarbar.assist.Replying.Decided;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.helpdesk.Helpdesks;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.outbox.Outbox;
import org.svarbar.requester.Requester;
import org.svarbar.requester.RequesterTickets;
import org.svarbar.requester.Requesters;
import org.svarbar.selfservice.Handovers;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Experience;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestions;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketEvent.RequesterReplied;
import org.svarbar.ticket.TicketEvent.TicketOpened;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Learning;
import org.svarbar.triage.Reason;
import org.svarbar.triage.Triage;
import org.svarbar.triage.TriagePolicies;
import org.svarbar.triage.Verdict;
import org.svarbar.triage.Verdicts;

/** Decides what to do about ticket events, and hands it to the outbox. */
@ApplicationScoped
public class Assist {

  private static final int MOST = 3;

  /** More are looked for by as many as may have been read. */
  private static final int MOST_READ = 5;

  @Inject Helpdesks helpdesks;
  @Inject Suggestions suggestions;
  @Inject Triage triage;
  @Inject TriagePolicies policies;
  @Inject Verdicts verdicts;
  @Inject Offers offers;
  @Inject PanelLinks links;
  @Inject Handovers handovers;
  @Inject Feedback feedback;
  @Inject Learning learning;
  @Inject Experience experience;
  @Inject Modes modes;
  @Inject Replying replying;
  @Inject AutomaticReplies replies;
  @Inject Outbox outbox;
  @Inject RequesterTickets tickets;
  @Inject Requesters requesters;

  private final AtomicInteger deciding = new AtomicInteger();

  /**
   * Decides; asks the helpdesk and the search, and remembers which session of a customer led to the
   * ticket; changes nothing else.
   *
   * @throws RuntimeException as the helpdesk and the search do when they cannot be asked now
   */
  public Decision decide(TicketEvent event, Connection via) {
    if (event instanceof TicketEvent.StatusChanged changed && changed.isDeletion()) {
      return nothing(event, "deleted there, so what was held of it is erased")
          .erasing(event.ticket());
    }
    deciding.incrementAndGet();
    try {
      var ticket = new TicketOfEvent(() -> read(event, via));
      var here = modes.isOff(via) ? via.in(Mode.OFF) : inGroup(ticket, via);
      var handover = handovers.at(event, here, ticket);
      var decision = decide(event, ticket, here).and("a session handed over", handover);
      return decision.without(ticket::has);
    } finally {
      deciding.decrementAndGet();
    }
  }

  /** Whether something is being decided just now, so that what is less urgent should wait. */
  public boolean isBusy() {
    return deciding.get() > 0;
  }

  /** The connection as it is where the ticket lies; nobody is asked for that without need. */
  private Connection inGroup(TicketOfEvent ticket, Connection via) {
    return modes.differByGroup(via) ? via.in(modes.of(via, group(ticket)).mode()) : via;
  }

  private static Optional<String> group(TicketOfEvent ticket) {
    try {
      return ticket.get().group();
    } catch (TicketMissing e) {
      return Optional.empty();
    }
  }

  private Decision decide(TicketEvent event, TicketOfEvent ticket, Connection via) {
    return switch (event) {
      case TicketOpened opened -> suggest(opened, opened.messageId(), ticket, via);
      case RequesterReplied replied -> suggest(replied, replied.messageId(), ticket, via);
      case TicketEvent.AgentReplied replied -> learn(replied, ticket, via);
      case TicketEvent.GroupChanged e -> nothing(e, "noted");
      case TicketEvent.OwnerChanged e -> nothing(e, "noted");
      case TicketEvent.StatusChanged e -> nothing(e, "noted");
      case TicketEvent.Escalated e -> tagged(e, via);
    };
  }

  /** Keeps the verdict and hands over the actions, as part of the caller's transaction. */
  @Transactional
  public void carryOut(Decision decision) {
    decision.judged().ifPresent(verdicts::addOnce);
    decision.judged().ifPresent(it -> tickets.remember(it.ticket(), decision.requester()));
    decision.offer().ifPresent(offers::addOnce);
    decision.learned().ifPresent(this::learn);
    decision.reply().ifPresent(replies::addOnce);
    outbox.accept(decision.actions());
    decision.gone().ifPresent(it -> requesters.eraseUnasked(new Requester("", Set.of(it))));
  }

  private void learn(Reaction reaction) {
    learning.learn(List.of(reaction.outcome()));
    reaction.teach(experience);
  }

  /**
   * Judges what the requester wrote last in a ticket that came before we were asked; changes
   * nothing. To be kept, it is carried out like any decision.
   *
   * @return empty: the requester wrote nothing
   * @throws RuntimeException as the helpdesk and the search do when they cannot be asked now
   */
  public Optional<Decision> look(TicketRef ref, Connection via) {
    var ticket = helpdesks.of(via).fetch(ref, via);
    return ticket
        .latestFromRequester()
        .map(message -> judged(ticket, message))
        .map(
            found ->
                new Decision("look", ref.id(), "looked at", List.of(), Optional.of(found.judged()))
                    .offering(found));
  }

  /** Whether what changed then was done by ourselves. */
  public boolean hasActed(TicketRef ticket, Instant changedAt) {
    return outbox.hasActed(ticket, changedAt);
  }

  /** Says, after that transaction has ended, that there may be something to do. */
  public void wake() {
    outbox.wake();
  }

  /** A reply to what nothing was suggested for is not even looked at. */
  private Decision learn(TicketEvent.AgentReplied event, TicketOfEvent ticket, Connection via) {
    if (via.mode() == Mode.OFF || verdicts.of(event.ticket()).isEmpty()) {
      return nothing(event, "noted");
    }
    return feedback
        .of(ticket.get(), event.messageId())
        .map(reaction -> learned(event, reaction))
        .orElseGet(() -> nothing(event, "noted"));
  }

  private Decision tagged(TicketEvent.Escalated event, Connection via) {
    return Optional.of(event)
        .filter(it -> it.sign() == TicketEvent.Sign.TAG && via.mode() != Mode.OFF)
        .flatMap(it -> feedback.tagged(it.ticket(), it.detail(), it.occurredAt()))
        .map(reaction -> nothing(event, "somebody changed the verdict's tag").learning(reaction))
        .orElseGet(() -> nothing(event, "noted"));
  }

  private static Decision learned(TicketEvent event, Reaction reaction) {
    return new Decision(
            name(event),
            event.ticket().id(),
            "compared with what was suggested: " + reaction.outcome().found(),
            List.of(),
            Optional.empty())
        .learning(reaction);
  }

  private Decision suggest(
      TicketEvent event, Optional<String> messageId, TicketOfEvent reading, Connection via) {
    if (via.mode() == Mode.OFF) {
      return nothing(event, "switched off");
    }
    var ticket = reading.get();
    if (!via.worksFor(ticket.group())) {
      return nothing(event, "the ticket is in none of the connection's groups");
    }
    return messageId
        .map(id -> ticket.message(id).filter(Message::isFromRequester))
        .orElseGet(ticket::latestFromRequester)
        .map(message -> suggest(event, ticket, message, via))
        .orElseGet(() -> nothing(event, "no message of the requester to answer"));
  }

  private Ticket read(TicketEvent event, Connection via) {
    try {
      return helpdesks.of(via).fetch(event.ticket(), via);
    } catch (TicketMissing missing) {
      return snapshot(event).orElseThrow(() -> missing);
    }
  }

  private static Optional<Ticket> snapshot(TicketEvent event) {
    return switch (event) {
      case TicketOpened opened -> opened.snapshot();
      case RequesterReplied replied -> replied.snapshot();
      case TicketEvent other -> Optional.empty();
    };
  }

  private Decision suggest(TicketEvent event, Ticket ticket, Message message, Connection via) {
    var decision = decide(event, judged(ticket, message), via);
    return feedback.reopened(ticket, message).map(decision::learning).orElse(decision);
  }

  private JudgedMessage judged(Ticket ticket, Message message) {
    var tried = handovers.tried(ticket.ref());
    var most = MOST + Math.min(MOST_READ, tried.byName().size());
    var found = suggestions.suggest(TicketQuestion.of(ticket, message), most);
    var suggested = tried.demoting(found, MOST);
    var judged = triage.judge(ticket, message, suggested);
    var known = new JudgedMessage(ticket, message, suggested, tried, judged);
    return selfService(tried).map(known::because).orElse(known);
  }

  /** Why an agent should not answer as if the customer had tried nothing. */
  private static Optional<Reason> selfService(TriedAnswers tried) {
    return tried
        .failed()
        .map(
            it ->
                new Reason(
                    it.isInVain() ? "self-service.in-vain" : "self-service.read",
                    List.of(it.title())))
        .or(
            () ->
                Optional.of(new Reason("self-service.searched", List.of()))
                    .filter(any -> tried.sure() && tried.searched()));
  }

  private Decision decide(TicketEvent event, JudgedMessage found, Connection via) {
    var conduct = modes.of(via, found.ticket().group());
    return switch (conduct.mode()) {
      case OFF -> nothing(event, "switched off");
      case MONITOR ->
          decision(event, found, ", not written because Svarbar only monitors here", List.of());
      case NOTE, DRAFT -> decision(event, found, "", written(found, conduct, via));
      case REPLY ->
          switch (replying.decide(found, conduct, via)) {
            case Decided.Answered answered -> answer(event, found, answered, conduct, via);
            case Decided.Left left -> leave(event, found, left.why(), conduct, via);
          };
    };
  }

  private Decision answer(
      TicketEvent event,
      JudgedMessage found,
      Decided.Answered answered,
      Conduct conduct,
      Connection via) {
    var told = found.because(Decided.Answered.REASON);
    var actions = new ArrayList<TicketAction>();
    actions.add(answered.reply());
    actions.addAll(written(told, conduct, via));
    return decision(event, told, ", answered automatically", actions).replying(answered.row());
  }

  /** Where an agent would have to look anyhow, the verdict says why. */
  private Decision leave(
      TicketEvent event, JudgedMessage found, Objection why, Conduct conduct, Connection via) {
    var told =
        found.judged().verdict() instanceof Verdict.Answerable
            ? found.because(why.reason())
            : found;
    return decision(
        event, told, ", not answered automatically: " + why.word(), written(told, conduct, via));
  }

  private List<TicketAction> written(JudgedMessage found, Conduct conduct, Connection via) {
    var keepsDrafts = helpdesks.of(via).keepsDrafts();
    return new VerdictActions(
            via, policies.of(via.id()), conduct, keepsDrafts, links.of(found.ticket().ref()))
        .of(found);
  }

  private static Decision decision(
      TicketEvent event, JudgedMessage found, String also, List<TicketAction> actions) {
    return new Decision(
            name(event),
            event.ticket().id(),
            outcome(found.judged(), found.suggested()) + also,
            actions,
            Optional.of(found.judged()))
        .offering(found);
  }

  private static String outcome(Judged judged, Suggested suggested) {
    var assessment = judged.verdict().assessment();
    if (assessment.isAutomatic()) {
      return "written by a program, nobody waits for an answer";
    }
    var count = suggested.suggestions().size();
    return judged.verdict().word()
        + switch (count) {
          case 0 -> ", nothing in the knowledge fits";
          case 1 -> ", 1 suggestion";
          default -> ", " + count + " suggestions";
        };
  }

  private static Decision nothing(TicketEvent event, String why) {
    return new Decision(name(event), event.ticket().id(), why, List.of(), Optional.empty());
  }

  private static String name(TicketEvent event) {
    return event.getClass().getSimpleName();
  }
}
