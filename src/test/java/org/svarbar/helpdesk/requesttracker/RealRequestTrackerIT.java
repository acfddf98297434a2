package org.svarbar.helpdesk.requesttracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.Probe;
import org.svarbar.helpdesk.SignatureVerifier;
import org.svarbar.helpdesk.TicketMissing;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.AllowedHosts;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.testing.FakeHelpdesk;
import org.svarbar.testing.FakeHelpdesk.Received;
import org.svarbar.testing.FakeHelpdesk.Reply;
import org.svarbar.testing.RealRequestTracker;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;
import org.svarbar.ticket.TicketAction.SendReply;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketEvent.AgentReplied;
import org.svarbar.ticket.TicketEvent.GroupChanged;
import org.svarbar.ticket.TicketEvent.OwnerChanged;
import org.svarbar.ticket.TicketEvent.RequesterReplied;
import org.svarbar.ticket.TicketEvent.StatusChanged;
import org.svarbar.ticket.TicketEvent.TicketOpened;
import org.svarbar.ticket.TicketRef;

/** The adapter and the extension against a real Request Tracker, without Svarbar's server. */
class RealRequestTrackerIT {

  private static final String BJORN = "Björn Åkesson <bjorn@kund.example>";
  private static final String KEY = "4c1f0d7e9a2b4c1f0d7e9a2b";
  private static final ConnectionId ID = new ConnectionId("rt");

  private static FakeHelpdesk svarbar;
  private static RealRequestTracker tracker;
  private static RequestTracker adapter;

  @BeforeAll
  static void start() {
    svarbar = FakeHelpdesk.start().on("POST", "/webhooks/rt", told -> Reply.json("{}"));
    tracker = RealRequestTracker.start(svarbar.base().resolve("/webhooks/rt"));
    adapter = new RequestTracker();
    adapter.clock = Clock.systemUTC();
    adapter.http =
        OutboundHttp.of(
            AllowedHosts.of(tracker.base().toString()),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20));
  }

  @AfterAll
  static void stop() {
    svarbar.close();
    if (tracker != null) {
      tracker.close();
    }
  }

  @Test
  void readsAMailInPlainText() {
    tracker.sendMail(
        BJORN, "Faktura på 1 249 €", "Hej, när kommer den?\nHälsningar\nBjörn Åkesson");

    var ticket = adapter.fetch(ref("Faktura på 1 249 €"), via());

    assertThat(ticket.subject()).isEqualTo("Faktura på 1 249 €");
    assertThat(ticket.group()).contains(tracker.queue());
    assertThat(ticket.status()).isEqualTo("new");
    assertThat(ticket.requester().name()).isEqualTo("Björn Åkesson");
    assertThat(ticket.requester().email()).isEqualTo("bjorn@kund.example");
    var message = ticket.latestFromRequester().orElseThrow();
    assertThat(ticket.isOpenedBy(message)).isTrue();
    assertThat(message.body().strip()).isEqualTo("Hej, när kommer den?\nHälsningar\nBjörn Åkesson");
    assertThat(message.html()).isFalse();
    assertThat(message.createdAt())
        .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(5));
  }

  @Test
  void readsAMailThatIsOnlyHtml() {
    var html = "<p>Hur byter jag <b>lösenord</b>? ÅÄÖ &euro; €</p>";
    tracker.sendMail(BJORN, "Lösenord i HTML", "text/html; charset=utf-8", html);

    var message = adapter.fetch(ref("Lösenord i HTML"), via()).messages().getFirst();

    assertThat(message.html()).isTrue();
    assertThat(message.body().strip()).isEqualTo(html);
  }

  @Test
  void readsTheCustomersOwnWordsOfAMailWithFilesAndAnotherMailInIt() {
    var body =
        """
        --b
        Content-Type: multipart/alternative; boundary=a

        --a
        Content-Type: text/plain; charset=utf-8

        Mina egna ord: åäö
        --a
        Content-Type: text/html; charset=utf-8

        <p>Mina egna ord: åäö</p>
        --a--
        --b
        Content-Type: text/plain; charset=utf-8
        Content-Disposition: attachment; filename=kvitto.txt

        Ett kvitto
        --b
        Content-Type: message/rfc822

        From: annan@kund.example
        Subject: en annans
        Content-Type: text/plain; charset=utf-8

        En annans ord
        --b--
        """;
    tracker.sendMail(BJORN, "Med bilagor", "multipart/mixed; boundary=b", body);

    var message = adapter.fetch(ref("Med bilagor"), via()).messages().getFirst();

    assertThat(message.html()).isFalse();
    assertThat(message.body().strip()).isEqualTo("Mina egna ord: åäö");
  }

  @Test
  void tellsWhoWroteWhat() {
    var ref = opened("Vem skrev vad");
    tracker.commentAsAgent(ref.id(), "Har ringt två gånger");
    tracker.replyAsAgent(ref.id(), "Välj Glömt lösenord");
    replyByMail("Cc Kollega <kollega@kund.example>", ref, "Jag har samma fråga");
    replyByMail(BJORN, ref, "Tack!");

    var ticket = adapter.fetch(ref, via());

    assertThat(ticket.messages())
        .extracting(message -> message.by().name(), Message::author, Message::internal)
        .containsExactly(
            tuple("Björn Åkesson", Author.REQUESTER, false),
            tuple("Agneta Agent", Author.AGENT, true),
            tuple("Agneta Agent", Author.AGENT, false),
            tuple("Cc Kollega", Author.REQUESTER, false),
            tuple("Björn Åkesson", Author.REQUESTER, false));
    assertThat(ticket.latestFromRequester().map(Message::body).orElse("").strip())
        .isEqualTo("Tack!");
    var other = opened("Vem skrev något annat");
    assertThat(adapter.fetchAll(List.of(other, ref, new TicketRef(ref.connection(), "99")), via()))
        .containsExactly(adapter.fetch(other, via()), ticket);
  }

  @Test
  void takesATicketThatAnAgentOpensForACustomerForTheCustomersQuestion() {
    tracker.asAgent(
        "POST",
        "ticket",
        """
        {"Queue": "%s", "Subject": "På telefon", "Requestor": "eva@kund.example",
         "Content": "Eva undrar över sin faktura", "ContentType": "text/plain"}\
        """
            .formatted(tracker.queue()));

    var ticket = adapter.fetch(ref("På telefon"), via());

    assertThat(ticket.requester().email()).isEqualTo("eva@kund.example");
    assertThat(ticket.latestFromRequester().map(Message::body))
        .contains("Eva undrar över sin faktura");
  }

  @Test
  void believesAndReadsWhatTheExtensionTells() {
    var ref = opened("Vad som berättas");
    replyByMail(BJORN, ref, "Hallå?");
    tracker.replyAsAgent(ref.id(), "Ja, hej");
    tracker.asAgent("PUT", "ticket/" + ref.id(), "{\"Owner\": \"agent\"}");
    tracker.asAgent("PUT", "ticket/" + ref.id(), "{\"Status\": \"resolved\"}");
    tracker.asAgent("PUT", "ticket/" + ref.id(), "{\"Queue\": \"General\"}");

    var told = told(ref);

    assertThat(told)
        .extracting(Object::getClass)
        .containsExactly(
            TicketOpened.class,
            RequesterReplied.class,
            AgentReplied.class,
            OwnerChanged.class,
            StatusChanged.class,
            GroupChanged.class);
    var messages = adapter.fetch(ref, via()).messages();
    assertThat(told)
        .filteredOn(TicketOpened.class::isInstance)
        .allMatch(event -> ((TicketOpened) event).messageId().equals(id(messages, 0)));
    assertThat(told)
        .filteredOn(RequesterReplied.class::isInstance)
        .allMatch(event -> ((RequesterReplied) event).messageId().equals(id(messages, 1)));
    assertThat(told).contains(new GroupChanged(ref, "General", told.getLast().occurredAt()));
  }

  @Test
  void writesANoteOnceWhereOnlyAgentsSeeIt() throws IOException {
    var ref = opened("En anteckning");
    var html = "<p><b>Svarsförslag</b> – ÅÄÖ €</p><p>" + TicketAction.marker(KEY) + "</p>";
    var note = new AddInternalNote(ref, KEY, "Svarsförslag – åäö", html, "Svarsförslag");
    var events = told(ref);
    var mails = tracker.sentMail();

    var done = adapter.perform(note, false, via());
    var again = adapter.perform(note, true, via());

    var comments = tracker.comments(ref.id());
    assertThat(comments).hasSize(1);
    assertThat(comments.getFirst().by()).isEqualTo(tracker.account());
    assertThat(comments.getFirst().content()).isEqualTo(html);
    assertThat(done).isEqualTo(new Performed.Done(comments.getFirst().id()));
    assertThat(again).isEqualTo(new Performed.DoneBefore());
    var read = adapter.fetch(ref, via()).message(comments.getFirst().id()).orElseThrow();
    assertThat(read.author()).isEqualTo(Author.SVARBAR);
    assertThat(read.internal()).isTrue();
    assertThat(tracker.sentMail()).contains("bjorn@kund.example").isEqualTo(mails);
    assertThat(told(ref)).isNotEmpty().isEqualTo(events);
  }

  @Test
  void writesANoteThatNeverArrivedWhenAskedAgain() {
    var ref = opened("Kom aldrig fram");
    var key = "00000000000000000000aaaa";
    var html = "<p>" + TicketAction.marker(key) + "</p>";

    var performed =
        adapter.perform(new AddInternalNote(ref, key, "Svarsförslag", html, "…"), true, via());

    assertThat(performed).isInstanceOf(Performed.Done.class);
    assertThat(tracker.comments(ref.id())).hasSize(1);
  }

  @Test
  void sendsAReplyOnceToTheRequestor() throws IOException {
    var ref = opened("Ett svar");
    var key = "aaaabbbbccccdddd";
    var html = "<p>Så här gör du.</p><p>" + TicketAction.marker(key) + "</p>";

    adapter.perform(new SendReply(ref, key, html, "…"), false, via());
    adapter.perform(new SendReply(ref, key, html, "…"), true, via());

    assertThat(adapter.fetch(ref, via()).messages())
        .filteredOn(message -> message.author() == Author.SVARBAR)
        .hasSize(1)
        .noneMatch(Message::internal);
    assertThat(tracker.sentMail()).contains(TicketAction.marker(key));
  }

  @Test
  void refusesToWriteInATicketThatIsNotThere() {
    var note = new AddInternalNote(new TicketRef(ID, "40404"), KEY, "…", "<p>…</p>", "…");

    assertThat(adapter.perform(note, false, via())).isInstanceOf(Performed.Refused.class);
  }

  @Test
  void saysThatATicketIsMissing() {
    assertThatThrownBy(() -> adapter.fetch(new TicketRef(ID, "40404"), via()))
        .isInstanceOf(TicketMissing.class);
    assertThatThrownBy(() -> adapter.fetch(new TicketRef(ID, "1 OR id > 0"), via()))
        .isInstanceOf(TicketMissing.class);
  }

  @Test
  void readsAMergedTicketByItsOldNumber() {
    var into = opened("Huvudärendet");
    var merged = opened("Dubbletten");
    tracker.asAgent("PUT", "ticket/" + merged.id(), "{\"MergeInto\": \"" + into.id() + "\"}");

    var ticket = adapter.fetch(merged, via());

    assertThat(ticket.ref()).isEqualTo(merged);
    assertThat(ticket.subject()).isEqualTo("Huvudärendet");
    assertThat(ticket.messages()).hasSize(2);
  }

  @Test
  void findsWhatChanged() {
    var first = opened("Ändrat först");
    var second = opened("Ändrat sedan");
    var secondChange = adapter.fetch(second, via()).messages().getLast().createdAt();

    assertThat(adapter.changedSince(secondChange.minusSeconds(600), via()))
        .extracting(ChangedTicket::ref)
        .contains(first, second);
    assertThat(adapter.changedSince(secondChange, via()))
        .extracting(ChangedTicket::ref)
        .contains(second);
    assertThat(adapter.changedSince(Instant.now().plusSeconds(600), via())).isEmpty();
    assertThat(adapter.changedSince(Instant.EPOCH, in("Ingen 'sådan' \\ kö"))).isEmpty();
  }

  @Test
  void probesTheWayOut() {
    var agents = with(tracker.setting("RT_AGENT_TOKEN"), Set.of());

    assertThat(adapter.probe(via()))
        .isInstanceOfSatisfying(
            Probe.Works.class, works -> assertThat(works.version()).startsWith("5."));
    assertThat(reason(with("1-1-0123456789abcdef", Set.of()))).contains("401");
    assertThat(reason(agents)).contains("not that of the user svarbar");
    assertThat(reason(in("Faktúror"))).contains("Faktúror");
  }

  @Test
  void takesAWrongTokenForSomethingThatCanBeMended() {
    var ref = opened("Fel nyckel");

    assertThatThrownBy(() -> adapter.fetch(ref, with("1-1-0123456789abcdef", Set.of())))
        .isInstanceOf(HelpdeskUnavailable.class)
        .hasMessageContaining("401");
  }

  // --- words

  private static Connection via() {
    return with(tracker.token(), Set.of(tracker.queue()));
  }

  private static Connection in(String queue) {
    return with(tracker.token(), Set.of(queue));
  }

  private static Connection with(String token, Set<String> queues) {
    return new Connection(
        ID,
        "request-tracker",
        "RT",
        Optional.of(tracker.base()),
        tracker.account(),
        token,
        List.of(tracker.secret()),
        queues,
        Locale.of("sv"),
        Connection.Mode.NOTE);
  }

  private static String reason(Connection via) {
    return adapter.probe(via) instanceof Probe.Fails fails ? fails.reason() : "works";
  }

  private static TicketRef opened(String subject) {
    tracker.sendMail(BJORN, subject, "Hej!");
    return ref(subject);
  }

  private static TicketRef ref(String subject) {
    return new TicketRef(ID, tracker.ticket(subject));
  }

  private static void replyByMail(String from, TicketRef ref, String text) {
    tracker.sendMail(from, "Re: [rt.example #" + ref.id() + "] …", text);
  }

  private static Optional<String> id(List<Message> messages, int number) {
    return messages.stream()
        .filter(Message::isFromRequester)
        .skip(number)
        .map(Message::id)
        .findFirst();
  }

  /** What RT told about this ticket, after its signature was checked. */
  private static List<TicketEvent> told(TicketRef ref) {
    var requests = svarbar.received().stream().map(RealRequestTrackerIT::request).toList();
    assertThat(requests).allMatch(RealRequestTrackerIT::isSigned);
    return requests.stream()
        .flatMap(request -> adapter.read(request, via()).stream())
        .filter(event -> event.ticket().equals(ref))
        .toList();
  }

  private static boolean isSigned(WebhookRequest request) {
    var verifier = new SignatureVerifier(Clock.systemUTC());
    return verifier.isSigned(request, adapter.signature(via()), via());
  }

  private static WebhookRequest request(Received received) {
    Map<String, List<String>> headers =
        received.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    return new WebhookRequest(headers, received.body().getBytes(StandardCharsets.UTF_8));
  }
}
