package org.svarbar.helpdesk.requesttracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.FakeDesk;
import org.svarbar.helpdesk.Helpdesk;
import org.svarbar.helpdesk.HelpdeskContract;
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.Probe;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddTag;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketAction.SetField;
import org.svarbar.ticket.TicketEvent;

class RequestTrackerTest extends HelpdeskContract {

  private static final Person COLLEAGUE = new Person("44", "Eva Ek", "eva/ek@kund.example");

  @Override
  protected Helpdesk adapter(OutboundHttp http, Clock clock) {
    var tracker = new RequestTracker();
    tracker.http = http;
    tracker.clock = clock;
    return tracker;
  }

  @Override
  protected FakeDesk desk() {
    return new FakeRequestTracker();
  }

  @Override
  protected String secret() {
    return "the-webhook-secret-of-the-tests";
  }

  @Override
  protected Instant recordedAt() {
    return Instant.ofEpochSecond(1795325484);
  }

  @Override
  protected Map<String, String> recordedEvents() {
    return Map.of(
        "created-by-mail", "TicketOpened 1, message 46",
        "created-by-agent", "TicketOpened 2, message 69",
        "replied-by-customer", "RequesterReplied 1, message 48",
        "replied-by-colleague", "RequesterReplied 1, message 51",
        "replied-by-agent", "AgentReplied 1, message 54",
        "moved", "GroupChanged 1 to General",
        "taken-by-agent", "OwnerChanged 1 to agent",
        "resolved", "StatusChanged 1 to resolved");
  }

  @Override
  protected List<String> recordedSilence() {
    return List.of("acknowledged-by-system", "note-by-agent", "note-of-ours", "reply-of-ours");
  }

  @Override
  protected Set<Class<? extends TicketAction>> notSupported() {
    return Set.of(AddTag.class, SaveDraft.class);
  }

  private FakeRequestTracker tracker() {
    return (FakeRequestTracker) fake();
  }

  // --- what comes in

  @Test
  void passesOverAnEventThatOnlyANewerExtensionKnows() {
    var told =
        """
        {"event": "ticket.linked", "occurred_at": "2026-11-22T05:31:24Z", "ticket": {"id": "1"},
         "transaction": {"id": "7", "by_requestor": false, "creator": {"name": "agent"}}}\
        """;

    assertThat(adapter().read(request(told), via())).isEmpty();
  }

  @Test
  void knowsItsNoteByTheMarkerWhereTheAccountIsCalledOtherwise() {
    var told =
        """
        {"event": "ticket.correspond", "occurred_at": "2026-11-22T05:31:24Z", "ticket": {"id": 1},
         "message": {"content": "<p>svarbar-4c1f0d7e9a2b4c1f</p>"},
         "transaction": {"id": 7, "by_requestor": %s,
                         "creator": {"name": "robot", "privileged": true}}}\
        """;

    assertThat(adapter().read(request(told.formatted("false")), via())).isEmpty();
    assertThat(adapter().read(request(told.formatted("true")), via())).isPresent();
  }

  @Test
  void takesAPriorityThatWasRaisedForAnEscalation() {
    var told =
        """
        {"event": "ticket.priority_changed", "occurred_at": "2026-11-22T05:31:24Z",
         "ticket": {"id": 1}, "priority_change": {"from": "%s", "to": "%s"},
         "transaction": {"id": 7, "by_requestor": false,
                         "creator": {"name": "RT_System", "privileged": true}}}\
        """;
    var at = Instant.parse("2026-11-22T05:31:24Z");

    assertThat(adapter().read(request(told.formatted("0", "80")), via()))
        .contains(new TicketEvent.Escalated(ref("1"), TicketEvent.Sign.PRIORITY, "80", at));
    assertThat(adapter().read(request(told.formatted("80", "20")), via())).isEmpty();
  }

  // --- what is read

  @Test
  void fetchesATicketWithFourCalls() {
    var id = openTicket();
    tracker().write(id, Author.AGENT, true, "Har ringt");

    adapter().fetch(ref(id), via());

    assertThat(tracker().received())
        .extracting(Received::path)
        .containsExactly(
            "/rt/REST/2.0/tickets",
            "/rt/REST/2.0/ticket/" + id + "/history",
            "/rt/REST/2.0/ticket/" + id + "/attachments",
            "/rt/REST/2.0/ticket/" + id + "/attachments");
  }

  @Test
  void asksOncePerPersonWhetherTheyWorkHere() {
    var id = openTicket();
    tracker().write(id, Author.AGENT, false, "Hej");
    tracker().write(id, Author.AGENT, false, "Hej igen");

    adapter().fetch(ref(id), via());

    assertThat(tracker().received()).filteredOn(it -> it.path().contains("/user/")).hasSize(1);
  }

  @Test
  void knowsTheOwnerForAnAgentWithoutAsking() {
    var id = openTicket();
    tracker().write(id, Author.AGENT, false, "Hej");
    tracker().setOwner("agneta");

    var ticket = adapter().fetch(ref(id), via());

    assertThat(ticket.messages().getLast().author()).isEqualTo(Author.AGENT);
    assertThat(tracker().received()).filteredOn(it -> it.path().contains("/user/")).isEmpty();
  }

  @Test
  void takesAColleagueInCopyForTheRequestersSide() {
    var id = openTicket();
    tracker().writeAs(COLLEAGUE, id, "Jag undrar samma sak");

    var ticket = adapter().fetch(ref(id), via());

    assertThat(ticket.messages().getLast().author()).isEqualTo(Author.REQUESTER);
    assertThat(ticket.requester().email()).isEqualTo(FakeDesk.REQUESTER.email());
  }

  @Test
  void takesATicketThatAnAgentOpensForARequestorForTheirQuestion() {
    var id = tracker().open("På telefon", "Kundservice");
    tracker().write(id, Author.AGENT, false, "Åsa undrar över sin faktura");

    var question = adapter().fetch(ref(id), via()).latestFromRequester();

    assertThat(question).map(Message::body).contains("Åsa undrar över sin faktura");
  }

  @Test
  void prefersPlainTextAndLeavesOutFiles() {
    var id = tracker().open("Med fil", "Kundservice");
    var message = tracker().writeHtml(id, Author.REQUESTER, false, "<p>Hej</p>");
    tracker().attach(message, "text/plain", "kvitto.txt", "Ett kvitto");
    tracker().attach(message, "text/plain", "", " \n");
    tracker().attach(message, "text/plain", "", "Hej");

    var read = adapter().fetch(ref(id), via()).messages().getFirst();

    assertThat(read.body()).isEqualTo("Hej");
    assertThat(read.html()).isFalse();
  }

  @Test
  void leavesOutTheWordsOfAnAttachedMail() {
    var id = tracker().open("Vidarebefordrat", "Kundservice");
    var message = tracker().writeHtml(id, Author.REQUESTER, false, "<p>Se bifogat</p>");
    tracker().attach(message, "message/rfc822", "", "");
    tracker().attach(message, "text/plain", "", "En annans ord");

    var read = adapter().fetch(ref(id), via()).messages().getFirst();

    assertThat(read.body()).isEqualTo("<p>Se bifogat</p>");
    assertThat(read.html()).isTrue();
  }

  @Test
  void tellsWhatCameWithAMessage() {
    var id = tracker().open("Frånvaro", "Kundservice");
    var message = tracker().write(id, Author.REQUESTER, false, "Jag är på semester.");
    tracker().head(message, "Subject: Frånvaro\nAuto-Submitted: auto-replied\nX-Other: 1");
    tracker().attach(message, "application/pdf", "kvitto.pdf", "");
    tracker().attach(message, "text/plain", "logg.txt", "Rad");

    var envelope = adapter().fetch(ref(id), via()).messages().getFirst().envelope();

    assertThat(envelope.headers()).containsExactly(Map.entry("auto-submitted", "auto-replied"));
    assertThat(envelope.attachments()).isEqualTo(2);
  }

  @Test
  void tellsWhoseATicketIsAndThatItHadBeenClosed() {
    var id = tracker().open("Igen", "Kundservice");
    var first = tracker().write(id, Author.REQUESTER, false, "Hur gör jag?");
    assertThat(adapter().fetch(ref(id), via()).owner()).isEmpty();

    tracker().setStatus(id, "open");
    var second = tracker().write(id, Author.REQUESTER, false, "Och sedan?");
    tracker().setStatus(id, "resolved");
    var third = tracker().write(id, Author.REQUESTER, false, "Det gick inte.");
    tracker().setOwner("agneta");
    var ticket = adapter().fetch(ref(id), via());

    assertThat(ticket.owner()).contains("agneta");
    assertThat(ticket.closedAt()).hasSize(1);
    assertThat(ticket.messages().stream().filter(ticket::isReopenedBy).map(Message::id))
        .containsExactly(third)
        .doesNotContain(first, second);
  }

  @Test
  void readsAMessageWithoutText() {
    var id = tracker().open("Bara en bild", "Kundservice");
    tracker().write(id, Author.REQUESTER, false, "");

    assertThat(adapter().fetch(ref(id), via()).messages()).extracting(Message::body).contains("");
  }

  @Test
  void readsMoreMessagesThanFitOnOnePage() {
    var id = tracker().open("Lång tråd", "Kundservice");
    for (var number = 1; number <= 230; number++) {
      tracker().write(id, Author.REQUESTER, false, "Meddelande " + number);
    }

    assertThat(adapter().fetch(ref(id), via()).messages())
        .extracting(Message::body)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 230).mapToObj(number -> "Meddelande " + number).toList());
  }

  @Test
  void readsAMergedTicketByItsOldNumber() {
    var into = openTicket();
    var old = openTicket();
    tracker().merge(old, into);

    var ticket = adapter().fetch(ref(old), via());

    assertThat(ticket.ref()).isEqualTo(ref(old));
    assertThat(ticket.messages()).hasSize(1);
    assertThat(ticket.url())
        .hasToString("Optional[" + via().at("Ticket/Display.html?id=" + into) + "]");
  }

  @Test
  void searchesForNothingButNumbers() {
    for (var id : List.of("1 OR id>0", "1'", "abc", "-1", "1234567890123456789")) {
      assertThatThrownBy(() -> adapter().fetch(ref(id), via())).isInstanceOf(TicketMissing.class);
      assertThat(adapter().perform(note(id), true, via())).isInstanceOf(Performed.Refused.class);
    }
    assertThat(tracker().received()).isEmpty();
  }

  @Test
  void findsEveryTicketOnMorePagesThanOne() {
    for (var number = 0; number < 250; number++) {
      tracker().open("Ärende " + number, "Kundservice");
    }

    assertThat(adapter().changedSince(FakeDesk.START, via())).hasSize(250).doesNotHaveDuplicates();
    tracker().countNoPages();
    assertThat(adapter().changedSince(FakeDesk.START, via())).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void findsEveryTicketThatChangedInTheSameSecond() {
    for (var number = 0; number < 250; number++) {
      changeAtStart(tracker().open("Ärende " + number, "Kundservice"));
    }

    assertThat(adapter().changedSince(FakeDesk.START, via())).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void leavesNoTicketOutWhileOthersChange() {
    var all = IntStream.range(0, 250).mapToObj(number -> openTicket()).toList();
    var found = new ArrayList<String>();

    adapter()
        .changedSince(FakeDesk.START, via())
        .forEach(
            ticket -> {
              if (found.isEmpty()) {
                all.subList(0, 20).forEach(it -> tracker().write(it, Author.AGENT, false, "Hej"));
              }
              found.add(ticket.ref().id());
            });

    assertThat(found.stream().distinct()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void leavesOutOlderTicketsThatATimeZoneBringsAlong() {
    tracker().setZone(ZoneId.of("Europe/Stockholm"));
    var first = openTicket();
    var second = openTicket();

    var since = tracker().ticket(second).orElseThrow().changedAt();

    assertThat(adapter().changedSince(since, via()))
        .extracting(ChangedTicket::ref)
        .containsExactly(ref(second));
    assertThat(adapter().changedSince(FakeDesk.START, via()))
        .extracting(ChangedTicket::ref)
        .containsExactly(ref(first), ref(second));
  }

  @Test
  void findsOnlyTheTicketsOfItsQueues() {
    var ours = tracker().open("Vår", "Åsas 'egna' \\ kö");
    tracker().open("Inte vår", "General");
    var alsoOurs = tracker().open("Vår också", "Kundservice");

    assertThat(adapter().changedSince(FakeDesk.START, in("Åsas 'egna' \\ kö", "Kundservice")))
        .extracting(ChangedTicket::ref)
        .containsExactly(ref(ours), ref(alsoOurs));
  }

  // --- what goes out

  @Test
  void writesAReplyThatTheRequestorGets() {
    var id = openTicket();
    var reply = new TicketAction.SendReply(ref(id), "aaaabbbbccccdddd", "<p>Så här</p>", "Så här");

    adapter().perform(reply, false, via());

    var last = tracker().ticket(id).orElseThrow().messages().getLast();
    assertThat(last.internal()).isFalse();
    assertThat(last.html()).isTrue();
  }

  @Test
  void saysThatAFieldDoesNotExist() {
    var set = new SetField(ref(openTicket()), "4c1f0d7e9a2b4c1f", "no such field", "1");

    assertThat(adapter().perform(set, false, via())).isInstanceOf(Performed.Refused.class);
  }

  // --- the console's test

  @Test
  void probesTheVersion() {
    assertThat(adapter().probe(via())).isEqualTo(new Probe.Works("svarbar", "5.0.3"));
  }

  @Test
  void probesWhoseTheTokenIs() {
    tracker().giveTokenTo("agneta");

    assertThat(reason(via())).contains("not that of the user svarbar");
    assertThat(reason(called("robot"))).contains("no user robot");
  }

  @Test
  void probesTheTimeZone() {
    tracker().setZone(ZoneId.of("America/New_York"));

    assertThat(reason(via())).contains("must be UTC");
  }

  @Test
  void probesTheQueues() {
    assertThat(adapter().probe(in("Kundservice"))).isInstanceOf(Probe.Works.class);
    assertThat(reason(in("Kundservice", "Fakturor", "Växel"))).endsWith(": Fakturor, Växel");
    tracker().hideQueues();
    assertThat(reason(via())).contains("sees no queue");
  }

  // --- words

  private void changeAtStart(String ticket) {
    tracker()
        .ticket(ticket)
        .orElseThrow()
        .write(
            new Message(
                "1", FakeDesk.REQUESTER, Author.REQUESTER, "Hej", false, false, FakeDesk.START));
  }

  private String reason(Connection via) {
    return adapter().probe(via) instanceof Probe.Fails fails ? fails.reason() : "works";
  }

  private Connection in(String... queues) {
    return connection(via().account(), Set.of(queues));
  }

  private Connection called(String account) {
    return connection(account, Set.of());
  }

  private Connection connection(String account, Set<String> queues) {
    return new Connection(
        via().id(),
        via().kind(),
        via().name(),
        via().baseUrl(),
        account,
        via().credential(),
        via().secrets(),
        queues,
        Locale.of("sv"),
        Connection.Mode.NOTE);
  }

  private static WebhookRequest request(String body) {
    return new WebhookRequest(Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
