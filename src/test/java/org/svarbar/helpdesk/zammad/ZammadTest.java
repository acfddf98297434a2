package org.svarbar.helpdesk.zammad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.helpdesk.FakeDesk;
import org.svarbar.helpdesk.Helpdesk;
import org.svarbar.helpdesk.HelpdeskContract;
import org.svarbar.helpdesk.HelpdeskUnavailable;
import org.svarbar.helpdesk.Performed;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.ticket.TicketAction.SaveDraft;
import org.svarbar.ticket.TicketAction.SendReply;
import org.svarbar.ticket.TicketAction.SetField;
import org.svarbar.ticket.TicketEvent.Escalated;
import org.svarbar.ticket.TicketEvent.Sign;

class ZammadTest extends HelpdeskContract {

  @Override
  protected Helpdesk adapter(OutboundHttp http, Clock clock) {
    var zammad = new Zammad();
    zammad.http = http;
    zammad.clock = clock;
    return zammad;
  }

  @Override
  protected FakeDesk desk() {
    return new FakeZammad();
  }

  @Override
  protected String secret() {
    return "the-signature-token-of-the-tests";
  }

  @Override
  protected Instant recordedAt() {
    return Instant.parse("2026-11-22T09:15:00Z");
  }

  @Override
  protected Map<String, String> recordedEvents() {
    return Map.of(
        "created-by-mail", "TicketOpened 81, message 104",
        "created-by-phone", "TicketOpened 81, message 9",
        "replied-by-customer", "RequesterReplied 81, message 104",
        "replied-by-agent", "AgentReplied 81, message 105",
        "moved", "GroupChanged 81 to Kundservice",
        "taken-by-agent", "OwnerChanged 81 to agneta.lind@example.org",
        "set-to-open", "StatusChanged 81 to open");
  }

  @Override
  protected List<String> recordedSilence() {
    return List.of(
        "acknowledged-by-system", "escalated", "note-by-agent", "note-of-ours", "reply-of-ours");
  }

  @ParameterizedTest
  @CsvSource({
    "Svarbar: priority raised,PRIORITY,3 high",
    "'svarbar: TAG VIP ',TAG,vip",
    "Svarbar: escalation,RULE,''",
    "Svarbar: bot,BOT,''"
  })
  void readsByTheTriggersNameThatATicketNeedsMoreOfAPerson(
      String trigger, Sign sign, String detail) {
    var told =
        """
        {"ticket": {"id": 81, "updated_at": "2026-11-22T09:15:00Z",
                    "priority": {"id": 3, "name": "3 high"}},
         "article": {"id": 104, "sender": "Customer", "internal": false,
                     "created_at": "2026-11-22T09:00:00Z"}}\
        """;
    var headers = Map.of("x-zammad-trigger", List.of(trigger));
    var request = new WebhookRequest(headers, told.getBytes(StandardCharsets.UTF_8));

    assertThat(adapter().read(request, via()))
        .contains(new Escalated(ref("81"), sign, detail, recordedAt()));
  }

  @Test
  void findsEveryTicketOnMorePagesThanOne() {
    for (var number = 0; number < 450; number++) {
      fake().open("Ärende " + number, "Kundservice");
    }

    assertThat(adapter().changedSince(FakeDesk.START, via()).distinct()).hasSize(450);
  }

  @Test
  void doesNotTakeAPageForAStoredNote() {
    var note = note(openTicket());
    fake().showPageOnce();

    assertThatThrownBy(() -> adapter().perform(note, false, via()))
        .isInstanceOf(HelpdeskUnavailable.class);
  }

  @Test
  void knowsAnAgentsDraftByItsWords() {
    var id = openTicket();
    var key = SaveDraft.keyOfAgent("0123456789abcdef0123456789abcdef01234567");
    var draft = new SaveDraft(ref(id), key, "<p>Hej Åsa &amp; Bo</p>", "Hej Åsa & Bo");
    adapter().perform(draft, false, via());

    assertThat(adapter().perform(draft, true, via())).isInstanceOf(Performed.DoneBefore.class);

    fake().ticket(id).orElseThrow().draft("<p>Hej Åsa &amp; Bo, tack</p>");
    assertThat(adapter().perform(draft, true, via()))
        .as("a person went on writing")
        .isInstanceOf(Performed.Refused.class);
  }

  /** Its articles, and what we may have written among them, are in the other ticket then. */
  @Test
  void writesNothingIntoATicketThatWasMerged() {
    var id = openTicket();
    var other = openTicket();
    var reply = new SendReply(ref(id), "4c1f0d7e9a2b4c1f", "<p>Hej</p>", "Hej");
    fake().cutOffOnce();
    assertThatThrownBy(() -> adapter().perform(note(id), false, via()))
        .isInstanceOf(HelpdeskUnavailable.class);
    ((FakeZammad) fake()).merge(id, other);

    assertThat(adapter().perform(note(id), true, via())).isInstanceOf(Performed.Refused.class);
    assertThat(adapter().perform(reply, false, via())).isInstanceOf(Performed.Refused.class);
    assertThat(adapter().fetch(ref(id), via()).messages()).isEmpty();
    assertThat(adapter().fetch(ref(other), via()).messages()).hasSize(3);
  }

  @Test
  void saysThatAFieldDoesNotExist() {
    var set = new SetField(ref(openTicket()), "4c1f0d7e9a2b4c1f", "no_such_field", "1");

    assertThat(adapter().perform(set, false, via())).isInstanceOf(Performed.Refused.class);
  }
}
