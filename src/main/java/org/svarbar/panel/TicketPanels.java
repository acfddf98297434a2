package org.svarbar.panel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svarbar.access.TicketPass;
import org.svarbar.assist.Offer;
import org.svarbar.assist.Offers;
import org.svarbar.knowledge.Asker;
import org.svarbar.knowledge.Brands;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Texts;
import org.svarbar.selfservice.Handovers;
import org.svarbar.selfservice.LinkedSession;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.TicketRef;
import org.svarbar.triage.Judged;
import org.svarbar.triage.Reason;
import org.svarbar.triage.Verdicts;

/** Puts together what the panel shows of a ticket, from what was stored when its message came. */
@ApplicationScoped
class TicketPanels {

  private static final int MOST_SIMILAR = 3;
  private static final int MOST_LOOKED_AT = 30;

  /** The reasons that say how likely the first suggestion is right. */
  private static final Set<String> CONFIDENCE =
      Set.of("measured", "likely", "uncertain", "unlikely");

  @Inject Offers offers;
  @Inject Verdicts verdicts;
  @Inject FaqEntries entries;
  @Inject Brands brands;
  @Inject Handovers handovers;
  @Inject PanelActs acts;

  /** What a page that shows the ticket compares to know whether there is something new. */
  String version(TicketRef ticket) {
    return version(ticket, offers.latest(ticket));
  }

  PanelView view(TicketPass pass, Locale reader) {
    var ticket = pass.ticket();
    var offer = offers.latest(ticket);
    var judged = offer.flatMap(it -> verdicts.find(ticket, it.messageId()));
    return new PanelView(
        version(ticket, offer),
        offer.flatMap(Offer::url).map(Object::toString).orElse(""),
        judged.map(Judged::verdict),
        judged.map(it -> reasons(it, reader)).orElse(List.of()),
        offer.map(it -> shown(it, judged, pass, reader)).orElse(List.of()),
        handovers.told(ticket, reader),
        judged
            .flatMap(Judged::entryId)
            .map(entry -> similar(offer.orElseThrow(), entry))
            .orElse(List.of()));
  }

  /** Suggestions that an agent found by a search of their own. */
  List<ShownSuggestion> found(
      List<Suggestion> found, String messageId, TicketPass pass, Locale reader) {
    var wording = new Wording(Texts.of(PanelPage.BUNDLE, reader), handovers.tried(pass.ticket()));
    var said = votes(pass, messageId);
    return found.stream()
        .map(
            it ->
                new ShownSuggestion(
                    it,
                    messageId,
                    "",
                    wording.marks(it),
                    Optional.ofNullable(said.get(it.entryId()))))
        .toList();
  }

  private String version(TicketRef ticket, Optional<Offer> offer) {
    var session =
        handovers
            .of(ticket)
            .map(LinkedSession::session)
            .map(it -> it.reference() + "-" + it.events().size())
            .orElse("");
    return offer.map(it -> it.at().toEpochMilli() + "-").orElse("0-") + session;
  }

  private List<ShownSuggestion> shown(
      Offer offer, Optional<Judged> judged, TicketPass pass, Locale reader) {
    var known = entries.findAll(offer.items().stream().map(Offer.Item::entryId).toList());
    var wording = new Wording(Texts.of(PanelPage.BUNDLE, reader), handovers.tried(offer.ticket()));
    var said = votes(pass, offer.messageId());
    var hidden = brands.hiddenFrom(Asker.ofConnection(offer.ticket().connection().value()));
    var shown = new ArrayList<ShownSuggestion>();
    for (var item : offer.items()) {
      Optional.ofNullable(known.get(item.entryId()))
          .filter(entry -> !entry.isRetired() && !hidden.contains(entry.source()))
          .map(entry -> suggestion(entry, item))
          .map(
              it ->
                  new ShownSuggestion(
                      it,
                      offer.messageId(),
                      shown.isEmpty() ? confidence(judged, reader) : wording.behind(),
                      wording.marks(it),
                      Optional.ofNullable(said.get(it.entryId()))))
          .ifPresent(shown::add);
    }
    return shown;
  }

  private Map<Long, PanelAct> votes(TicketPass pass, String messageId) {
    return acts.of(pass.ticket(), messageId).stream()
        .filter(act -> act.kind() == PanelAct.Kind.VOTED && act.agent().equals(pass.agent()))
        .collect(Collectors.toMap(PanelAct::entryId, act -> act, (before, after) -> after));
  }

  private static List<String> reasons(Judged judged, Locale reader) {
    return judged.verdict().assessment().reasons().stream()
        .map(reason -> reason.in(reader))
        .toList();
  }

  private static String confidence(Optional<Judged> judged, Locale reader) {
    return judged.stream()
        .flatMap(it -> it.verdict().assessment().reasons().stream())
        .filter(reason -> CONFIDENCE.contains(reason.key()))
        .findFirst()
        .map((Reason reason) -> reason.in(reader))
        .orElse("");
  }

  /** Of the same group only: who sees this ticket need not see those of others. */
  private List<PanelView.Similar> similar(Offer offer, long entryId) {
    return verdicts.rightBefore(offer.ticket(), entryId, MOST_LOOKED_AT).stream()
        .flatMap(it -> similar(it, offer.group()).stream())
        .limit(MOST_SIMILAR)
        .toList();
  }

  private Optional<PanelView.Similar> similar(Judged judged, Optional<String> group) {
    var ticket = judged.ticket();
    return offers
        .latest(ticket)
        .filter(offer -> offer.group().equals(group))
        .map(Offer::url)
        .map(url -> url.map(Object::toString).orElse(""))
        .map(url -> new PanelView.Similar(ticket.id(), url, judged.at()));
  }

  /** The entry as it is now, found as it was then. */
  static Suggestion suggestion(FaqEntry entry, Offer.Item item) {
    return Suggestion.of(entry, item.sentence(), item.words(), item.score());
  }

  /** What is said of suggestions, in the reader's language. */
  private record Wording(Texts texts, TriedAnswers tried) {

    String behind() {
      return texts.text("confidence.behind");
    }

    List<String> marks(Suggestion suggestion) {
      var marks = new ArrayList<String>();
      tried
          .spent(suggestion)
          .map(this::triedBefore)
          .map(mark -> tried.sure() ? mark : texts.text("mark.probably", mark))
          .ifPresent(marks::add);
      if (!suggestion.isPublic()) {
        marks.add(texts.text("mark.internal"));
      }
      return marks;
    }

    private String triedBefore(TriedAnswers.Tried before) {
      return before.seconds() == 0
          ? texts.text("mark.in-vain")
          : texts.text("mark.read", before.duration());
    }
  }
}
