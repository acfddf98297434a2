package org.svarbar.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.svarbar.platform.AllowedHosts;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.ticket.Attachment;
import org.svarbar.ticket.ChangedTicket;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;
import org.svarbar.ticket.TicketAction.AddTag;
import org.svarbar.ticket.TicketAction.OpenTicket;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketAction.SendReply;
import org.svarbar.ticket.TicketAction.SetField;
import org.svarbar.ticket.TicketEvent;
import org.svarbar.ticket.TicketRef;

/**
 * What every adapter must do. A vendor's test extends this class, says what was recorded, and
 * brings a {@link FakeDesk} that behaves like the vendor; the contract then talks to the adapter
 * over real HTTP.
 *
 * <p>Recorded requests are `src/test/resources/helpdesk/<kind>/<name>.http`: request line, headers,
 * an empty line and the body as they came over the wire, signed with {@link #secret} at {@link
 * #recordedAt}.
 */
public abstract class HelpdeskContract {

  private static final String KEY = "4c1f0d7e9a2b4c1f0d7e9a2b";
  private static final String MARKER = "svarbar-4c1f0d7e9a2b4c1f";
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private FakeDesk desk;
  private Helpdesk adapter;
  private Connection via;

  /** The adapter, made without a container. */
  protected abstract Helpdesk adapter(OutboundHttp http, Clock clock);

  /** A server that behaves like the vendor's, with nothing in it. */
  protected abstract FakeDesk desk();

  /** What the recorded requests are signed with. */
  protected abstract String secret();

  /** When the recorded requests were signed; any time where the vendor signs none. */
  protected abstract Instant recordedAt();

  /**
   * Each recorded request that concerns us, and what it is taken for, such as `TicketOpened 81,
   * message 104` or `GroupChanged 81 to Fakturor`.
   */
  protected abstract Map<String, String> recordedEvents();

  /**
   * The recorded requests that are nothing to us; among them a note of ours, an agent's and one of
   * the helpdesk itself.
   */
  protected abstract List<String> recordedSilence();

  /** The actions that this vendor has nothing for. */
  protected Set<Class<? extends TicketAction>> notSupported() {
    return Set.of();
  }

  /** A field that the vendor's tickets have. */
  protected String field() {
    return "svarbar";
  }

  @BeforeEach
  void connect() {
    desk = desk().start();
    var place = desk.base().getScheme() + "://" + desk.base().getAuthority();
    var http = OutboundHttp.of(AllowedHosts.of(place), CONNECT, ANSWER);
    adapter = adapter(http, Clock.fixed(recordedAt(), ZoneOffset.UTC));
    via =
        SampleConnection.of(adapter.kind())
            .at(desk.base())
            .as(desk.account(), desk.credential())
            .withSecrets(secret())
            .connection();
  }

  @AfterEach
  void disconnect() {
    desk.close();
  }

  // --- what comes in

  @Test
  void acceptsItsRecordedRequests() {
    for (var name : recorded()) {
      assertThat(isSigned(RecordedRequest.of(adapter.kind(), name), via)).as(name).isTrue();
    }
  }

  @Test
  void refusesItsRecordedRequestsWithOneByteChanged() {
    for (var name : recorded()) {
      var request = RecordedRequest.of(adapter.kind(), name);
      var body = request.body().clone();
      body[body.length / 2] ^= 1;

      assertThat(isSigned(new WebhookRequest(request.headers(), body), via)).as(name).isFalse();
    }
  }

  @Test
  void refusesItsRecordedRequestsSignedByAnotherHelpdesk() {
    var other =
        SampleConnection.of(adapter.kind())
            .withSecrets("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
            .connection();

    for (var name : recorded()) {
      var request = RecordedRequest.of(adapter.kind(), name);
      assertThat(isSigned(request, other)).as(name).isFalse();
    }
  }

  @Test
  void readsEachEvent() {
    recordedEvents()
        .forEach(
            (name, event) ->
                assertThat(adapter.read(RecordedRequest.of(adapter.kind(), name), via))
                    .as(name)
                    .map(HelpdeskContract::inWords)
                    .contains(event));
  }

  @Test
  void ignoresWhatIsNotOursAndOurOwnEcho() {
    for (var name : recordedSilence()) {
      var request = RecordedRequest.of(adapter.kind(), name);
      assertThat(adapter.read(request, via)).as(name).isEmpty();
    }
  }

  @Test
  void saysThatARequestIsNotOfThisVendor() {
    for (var body : List.of("", "{}", "[]", "null", "hello", "{\"ticket\": 1}", "{\"type\": {}}")) {
      var request = new WebhookRequest(Map.of(), body.getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> adapter.read(request, via))
          .as(body)
          .isInstanceOf(UnreadableWebhook.class);
    }
  }

  // --- what is read

  @Test
  void fetchesATicketWithItsMessages() {
    var id = desk.open("Glömt lösenord", "Kundservice");
    var first = desk.write(id, Author.REQUESTER, false, "Hur byter jag lösenord?\nÅsa");
    var second = desk.writeHtml(id, Author.AGENT, false, "<p>Välj <b>Glömt lösenord</b>.</p>");
    var third = desk.write(id, Author.AGENT, true, "Har ringt två gånger.");

    var ticket = adapter.fetch(ref(id), via);

    assertThat(ticket.ref()).isEqualTo(ref(id));
    assertThat(ticket.subject()).isEqualTo("Glömt lösenord");
    assertThat(ticket.group()).contains("Kundservice");
    assertThat(ticket.requester().email()).isEqualTo(FakeDesk.REQUESTER.email());
    assertThat(ticket.requester().name()).isEqualTo(FakeDesk.REQUESTER.name());
    assertThat(ticket.url()).isPresent();
    assertThat(ticket.messages()).extracting(Message::id).containsExactly(first, second, third);
    assertThat(ticket.messages()).extracting(Message::html).containsExactly(false, true, false);
    assertThat(ticket.messages()).extracting(Message::internal).containsExactly(false, false, true);
    assertThat(ticket.messages())
        .extracting(Message::author)
        .containsExactly(Author.REQUESTER, Author.AGENT, Author.AGENT);
    assertThat(ticket.messages())
        .extracting(Message::body)
        .containsExactly(
            "Hur byter jag lösenord?\nÅsa",
            "<p>Välj <b>Glömt lösenord</b>.</p>",
            "Har ringt två gånger.");
    assertThat(ticket.messages())
        .extracting(Message::createdAt)
        .isSorted()
        .allMatch(time -> time.isAfter(FakeDesk.START));
    assertThat(ticket.latestFromRequester()).map(Message::id).contains(first);
  }

  @Test
  void tellsItsOwnMessagesAndTheHelpdesksFromThoseOfPeople() {
    var id = desk.open("Glömt lösenord", "Kundservice");
    desk.write(id, Author.REQUESTER, false, "Hur byter jag lösenord?");
    desk.write(id, Author.SYSTEM, false, "Vi har fått ditt ärende.");
    desk.writeHtml(id, Author.SVARBAR, true, "<p>Svarsförslag</p>");

    var ticket = adapter.fetch(ref(id), via);

    assertThat(ticket.messages())
        .extracting(Message::author)
        .containsExactly(Author.REQUESTER, Author.SYSTEM, Author.SVARBAR);
  }

  @Test
  void saysThatATicketIsMissing() {
    assertThatThrownBy(() -> adapter.fetch(ref("40404"), via)).isInstanceOf(TicketMissing.class);
  }

  @Test
  void findsTheTicketsThatChangedOldestChangeFirst() {
    var first = desk.open("Ett", "Kundservice");
    var second = desk.open("Två", "Kundservice");
    var third = desk.open("Tre", "Kundservice");
    desk.write(second, Author.REQUESTER, false, "Hej igen");
    var changedAt = desk.ticket(third).orElseThrow().changedAt();

    assertThat(adapter.changedSince(FakeDesk.START, via))
        .extracting(ChangedTicket::ref)
        .containsExactly(ref(first), ref(third), ref(second));
    assertThat(adapter.changedSince(changedAt, via).findFirst())
        .contains(new ChangedTicket(ref(third), changedAt));
    assertThat(adapter.changedSince(changedAt, via))
        .extracting(ChangedTicket::ref)
        .containsExactly(ref(third), ref(second));
    assertThat(adapter.changedSince(FakeDesk.START.plusSeconds(999), via)).isEmpty();
  }

  // --- what goes out

  @Test
  void writesAnInternalNoteOnceEvenIfAskedTwice() {
    var id = openTicket();

    var done = adapter.perform(note(id), false, via);
    var again = adapter.perform(note(id), true, via);

    var notes = messages(id, Author.SVARBAR);
    assertThat(notes).hasSize(1);
    assertThat(notes.getFirst().internal()).isTrue();
    assertThat(notes.getFirst().body()).contains("Svarsförslag", MARKER);
    assertThat(done).isEqualTo(new Performed.Done(notes.getFirst().id()));
    assertThat(again).isEqualTo(new Performed.DoneBefore());
  }

  @Test
  void opensATicketOnceAlthoughTheConnectionBrokeAfterIt() {
    assertThat(adapter.opensTickets()).isTrue();
    var text = "Hur byter jag lösenord?\n\n-- \n" + TicketAction.openingMarker(KEY);
    var open =
        new OpenTicket(
            TicketRef.unopened(via.id(), KEY),
            KEY,
            "Kundservice",
            Person.of("", "", FakeDesk.REQUESTER.email()),
            "Glömt lösenord",
            text);
    desk.cutOffOnce();

    assertThatThrownBy(() -> adapter.perform(open, false, via))
        .isInstanceOf(HelpdeskUnavailable.class);
    var again = adapter.perform(open, true, via);

    var ids = adapter.changedSince(FakeDesk.START, via).map(it -> it.ref().id()).toList();
    assertThat(ids).hasSize(1);
    assertThat(again)
        .isInstanceOfSatisfying(
            Performed.Opened.class, it -> assertThat(it.ticket()).isEqualTo(ids.getFirst()));
    var ticket = adapter.fetch(ref(ids.getFirst()), via);
    assertThat(ticket.subject()).isEqualTo("Glömt lösenord");
    assertThat(ticket.group()).contains("Kundservice");
    var first = ticket.latestFromRequester().orElseThrow();
    assertThat(first.body()).contains("Hur byter jag lösenord?");
    assertThat(first.by().email()).isIn("", ticket.requester().email());
  }

  @Test
  void opensATicketThatNeverArrivedWhenAskedAgain() {
    var before = openTicket();
    var open =
        new OpenTicket(
            TicketRef.unopened(via.id(), KEY),
            KEY,
            "Kundservice",
            Person.of("", "", FakeDesk.REQUESTER.email()),
            "Glömt lösenord",
            "Hur byter jag lösenord? " + TicketAction.openingMarker(KEY));

    var performed = adapter.perform(open, true, via);

    assertThat(performed)
        .isInstanceOfSatisfying(
            Performed.Opened.class, it -> assertThat(it.ticket()).isNotEqualTo(before));
    assertThat(desk.received()).anyMatch(it -> it.method().equals("POST"));
  }

  @Test
  void sendsTheFilesThatGoWithANote() {
    var id = openTicket();
    var plain = note(id);
    var content = "{\"fråga\":\"Ärende\"}";
    var file = new Attachment("session.json", "application/json", content);

    adapter.perform(
        new AddInternalNote(
            ref(id), KEY, plain.subject(), plain.html(), plain.text(), List.of(file)),
        false,
        via);

    var sent = desk.received().getLast().body();
    var encoded = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    assertThat(sent).contains("session.json", "application/json");
    assertThat(sent).containsAnyOf(encoded, content.replace("\"", "\\\""));
    assertThat(messages(id, Author.SVARBAR)).hasSize(1);
  }

  @Test
  void writesANoteThatNeverArrivedWhenAskedAgain() {
    var id = openTicket();

    var performed = adapter.perform(note(id), true, via);

    assertThat(performed).isInstanceOf(Performed.Done.class);
    assertThat(messages(id, Author.SVARBAR)).hasSize(1);
  }

  @Test
  void writesANoteOnceAlthoughTheConnectionBrokeAfterIt() {
    var id = openTicket();
    desk.cutOffOnce();

    assertThatThrownBy(() -> adapter.perform(note(id), false, via))
        .isInstanceOf(HelpdeskUnavailable.class);
    var again = adapter.perform(note(id), true, via);

    assertThat(again).isEqualTo(new Performed.DoneBefore());
    assertThat(messages(id, Author.SVARBAR)).hasSize(1);
  }

  @Test
  void knowsItsNoteInAFetchedTicket() {
    var id = openTicket();

    adapter.perform(note(id), false, via);

    var last = adapter.fetch(ref(id), via).messages().getLast();
    assertThat(last.author()).isEqualTo(Author.SVARBAR);
    assertThat(last.internal()).isTrue();
  }

  @Test
  void sendsAReplyOnceAlthoughTheConnectionBrokeAfterIt() {
    var id = openTicket();
    var reply = new SendReply(ref(id), KEY, "<p>Så här: … " + MARKER + "</p>", "… " + MARKER);
    if (isRefusedAsNotSupported(reply)) {
      return;
    }
    desk.cutOffOnce();

    assertThatThrownBy(() -> adapter.perform(reply, false, via))
        .isInstanceOf(HelpdeskUnavailable.class);
    adapter.perform(reply, true, via);

    assertThat(messages(id, Author.SVARBAR)).hasSize(1);
    assertThat(messages(id, Author.SVARBAR).getFirst().internal()).isFalse();
  }

  @Test
  void savesADraftOnceAndLeavesAPersonsAlone() {
    var id = openTicket();
    var draft = new SaveDraft(ref(id), KEY, "<p>Så här: … " + MARKER + "</p>", "… " + MARKER);
    if (isRefusedAsNotSupported(draft)) {
      return;
    }
    var taken = openTicket();
    desk.ticket(taken).orElseThrow().draft("Hej Åsa, jag");

    var saved = adapter.perform(draft, false, via);
    var again = adapter.perform(draft, true, via);
    var refused = adapter.perform(new SaveDraft(ref(taken), KEY, "<p>…</p>", "…"), false, via);

    assertThat(saved).isInstanceOf(Performed.Done.class);
    assertThat(again).isNotInstanceOf(Performed.Refused.class);
    assertThat(desk.ticket(id).orElseThrow().draft()).hasValueSatisfying(hasMarker());
    assertThat(refused).isInstanceOf(Performed.Refused.class);
    assertThat(desk.ticket(taken).orElseThrow().draft()).contains("Hej Åsa, jag");
    assertThat(messages(id, Author.SVARBAR)).as("sent").isEmpty();
  }

  @Test
  void addsATagOnce() {
    var id = openTicket();
    var tag = new AddTag(ref(id), KEY, "svarbar förslag");
    if (isRefusedAsNotSupported(tag)) {
      return;
    }

    adapter.perform(tag, false, via);
    var again = adapter.perform(tag, true, via);

    assertThat(again).isNotInstanceOf(Performed.Refused.class);
    assertThat(desk.ticket(id).orElseThrow().tags()).containsExactly("svarbar förslag");
  }

  @Test
  void setsAField() {
    var id = openTicket();
    var set = new SetField(ref(id), KEY, field(), "hög");
    if (isRefusedAsNotSupported(set)) {
      return;
    }

    adapter.perform(set, false, via);
    adapter.perform(set, true, via);

    assertThat(desk.ticket(id).orElseThrow().fields()).containsEntry(field(), "hög");
  }

  @Test
  void tellsARefusalFromAServerThatDoesNotAnswer() {
    var refused = adapter.perform(note("40404"), false, via);
    desk.close();

    assertThat(refused).isInstanceOf(Performed.Refused.class);
    assertThatThrownBy(() -> adapter.perform(note("40404"), false, via))
        .isInstanceOf(HelpdeskUnavailable.class);
    assertThatThrownBy(() -> adapter.fetch(ref("40404"), via))
        .isInstanceOf(HelpdeskUnavailable.class);
  }

  @Test
  void tellsANoForGoodFromAFaultThatPasses() {
    var id = openTicket();

    for (var status : List.of(408, 425, 429, 500, 502, 503, 504, 401)) {
      desk.failOnce(status, Map.of());
      assertThatThrownBy(() -> adapter.perform(note(id), false, via))
          .as("HTTP %d", status)
          .isInstanceOf(HelpdeskUnavailable.class)
          .hasMessageNotContaining("text of the vendor's");
    }
    for (var status : List.of(400, 405, 409, 422, 302)) {
      desk.failOnce(status, Map.of());
      assertThat(adapter.perform(note(id), false, via))
          .as("HTTP %d", status)
          .isInstanceOfSatisfying(
              Performed.Refused.class,
              no -> assertThat(no.reason()).isNotBlank().doesNotContain("text of the vendor's"));
    }
    assertThat(messages(id, Author.SVARBAR)).isEmpty();
  }

  @Test
  void honoursRetryAfter() {
    var id = openTicket();

    desk.failOnce(429, Map.of("Retry-After", "17"));
    assertThat(unavailable(() -> adapter.perform(note(id), false, via)).retryAfter())
        .contains(Duration.ofSeconds(17));
    desk.failOnce(503, Map.of("Retry-After", "90"));
    assertThat(unavailable(() -> adapter.fetch(ref(id), via)).retryAfter())
        .contains(Duration.ofSeconds(90));
    desk.failOnce(503, Map.of());
    assertThat(unavailable(() -> adapter.fetch(ref(id), via)).retryAfter()).isEmpty();
  }

  @Test
  void takesAnAnswerThatIsNoneForAFault() {
    var id = openTicket();

    desk.showPageOnce();
    unavailable(() -> adapter.fetch(ref(id), via));
    desk.showPageOnce();
    assertThat(adapter.probe(via)).isInstanceOf(Probe.Fails.class);
  }

  @Test
  void refusesToWriteWithoutAnAddress() {
    var listening =
        SampleConnection.of(adapter.kind())
            .as(desk.account(), "")
            .withSecrets(secret())
            .connection();

    assertThat(adapter.perform(note("81"), false, listening)).isInstanceOf(Performed.Refused.class);
    assertThat(adapter.changedSince(FakeDesk.START, listening)).isEmpty();
    assertThat(adapter.probe(listening)).isInstanceOf(Probe.Fails.class);
  }

  // --- the console's test

  @Test
  void probesAHelpdeskThatLetsUsIn() {
    assertThat(adapter.probe(via))
        .isInstanceOfSatisfying(
            Probe.Works.class, works -> assertThat(works.account()).isEqualTo(desk.account()));
  }

  @Test
  void probesAHelpdeskThatDoesNot() {
    var wrong = connection("wrong-credential", desk);

    assertThat(adapter.probe(wrong))
        .isInstanceOfSatisfying(
            Probe.Fails.class,
            fails -> assertThat(fails.reason()).contains("401").doesNotContain("wrong-credential"));
    unavailable(() -> adapter.fetch(ref("81"), wrong));
    unavailable(() -> adapter.perform(note("81"), false, wrong));
  }

  @Test
  void probesAnAddressThatIsNotAllowedOrWhereNobodyIs() {
    try (var elsewhere = desk().start()) {
      assertThat(adapter.probe(connection(desk.credential(), elsewhere)))
          .isInstanceOfSatisfying(
              Probe.Fails.class,
              fails -> assertThat(fails.reason()).contains("svarbar.outbound.allowed"));
      assertThat(elsewhere.received()).isEmpty();
    }
    desk.close();

    assertThat(adapter.probe(via)).isInstanceOf(Probe.Fails.class);
  }

  // --- words

  /** The connection of the test. */
  protected final Connection via() {
    return via;
  }

  /** The adapter of the test. */
  protected final Helpdesk adapter() {
    return adapter;
  }

  /** The helpdesk of the test. */
  protected final FakeDesk fake() {
    return desk;
  }

  protected final TicketRef ref(String id) {
    return new TicketRef(via.id(), id);
  }

  /** A note as Svarbar writes it. */
  protected final AddInternalNote note(String ticket) {
    return new AddInternalNote(
        ref(ticket),
        KEY,
        "Svarsförslag",
        "<p>Svarsförslag: byt lösenord</p><p>" + MARKER + "</p>",
        "Svarsförslag: byt lösenord\n" + MARKER);
  }

  /** A ticket of a requester's. */
  protected final String openTicket() {
    var id = desk.open("Glömt lösenord", "Kundservice");
    desk.write(id, Author.REQUESTER, false, "Hur byter jag lösenord?");
    return id;
  }

  private Connection connection(String credential, FakeDesk at) {
    return SampleConnection.of(adapter.kind())
        .at(at.base())
        .as(desk.account(), credential)
        .withSecrets(secret())
        .connection();
  }

  private List<Message> messages(String ticket, Author by) {
    return desk.ticket(ticket).orElseThrow().messages().stream()
        .filter(message -> message.author() == by)
        .toList();
  }

  private List<String> recorded() {
    var all = new java.util.ArrayList<>(recordedEvents().keySet());
    all.addAll(recordedSilence());
    return all;
  }

  private boolean isSigned(WebhookRequest request, Connection by) {
    var clock = Clock.fixed(recordedAt(), ZoneOffset.UTC);
    return new SignatureVerifier(clock).isSigned(request, adapter.signature(by), by);
  }

  private boolean isRefusedAsNotSupported(TicketAction action) {
    if (!notSupported().contains(action.getClass())) {
      return false;
    }
    assertThat(adapter.perform(action, false, via)).isInstanceOf(Performed.NotSupported.class);
    return true;
  }

  private static java.util.function.Consumer<String> hasMarker() {
    return draft -> assertThat(draft).contains(MARKER);
  }

  private static HelpdeskUnavailable unavailable(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var thrown = catchThrowableOfType(HelpdeskUnavailable.class, call);
    assertThat(thrown).as("nothing was thrown").isNotNull();
    return thrown;
  }

  private static String inWords(TicketEvent event) {
    var id = event.getClass().getSimpleName() + " " + event.ticket().id();
    return switch (event) {
      case TicketEvent.TicketOpened opened -> id + message(opened.messageId());
      case TicketEvent.RequesterReplied replied -> id + message(replied.messageId());
      case TicketEvent.AgentReplied replied -> id + message(replied.messageId());
      case TicketEvent.GroupChanged changed -> id + " to " + changed.to();
      case TicketEvent.OwnerChanged changed -> id + " to " + changed.to();
      case TicketEvent.StatusChanged changed -> id + " to " + changed.to();
      case TicketEvent.Escalated escalated -> id + " by " + escalated.sign() + escalated.detail();
    };
  }

  private static String message(Optional<String> id) {
    return id.map(message -> ", message " + message).orElse("");
  }
}
