package org.svarbar.helpdesk.generic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svarbar.helpdesk.FakeDesk;
import org.svarbar.helpdesk.Helpdesk;
import org.svarbar.helpdesk.HelpdeskContract;
import org.svarbar.helpdesk.WebhookRequest;
import org.svarbar.platform.OutboundHttp;
import org.svarbar.ticket.TicketEvent.Escalated;
import org.svarbar.ticket.TicketEvent.Sign;

class GenericTest extends HelpdeskContract {

  @Override
  protected Helpdesk adapter(OutboundHttp http, Clock clock) {
    var generic = new Generic();
    generic.http = http;
    generic.clock = clock;
    return generic;
  }

  @Override
  protected FakeDesk desk() {
    return new FakeBridge();
  }

  @Override
  protected String secret() {
    return "whsec_dGhlLXNpZ25pbmctc2VjcmV0LW9mLXRoZS10ZXN0cyE=";
  }

  @Override
  protected Instant recordedAt() {
    return Instant.parse("2026-11-22T09:15:00Z");
  }

  @Override
  protected Map<String, String> recordedEvents() {
    return Map.of(
        "created", "TicketOpened 4711, message 1",
        "created-without-message", "TicketOpened 4711, message 1",
        "created-thin", "TicketOpened 4711",
        "replied-by-requester", "RequesterReplied 4711, message 2",
        "replied-by-agent", "AgentReplied 4711, message 2",
        "moved", "GroupChanged 4711 to Fakturor",
        "taken-by-agent", "OwnerChanged 4711 to agneta.lind",
        "closed", "StatusChanged 4711 to closed");
  }

  @ParameterizedTest
  @CsvSource({
    "ticket.updated,'\"change\":{\"priority\":\"high\"}',PRIORITY,high",
    "ticket.updated,'\"change\":{\"tag\":\"vip\"}',TAG,vip",
    "ticket.escalated,'\"reason\":\"late\"',RULE,late",
    "ticket.handed_over,'\"other\":1',BOT,''"
  })
  void readsThatATicketNeedsMoreOfAPerson(String type, String data, Sign sign, String detail) {
    var told =
        "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"ticket\":{\"id\":\"4711\"},%s}}"
            .formatted(type, recordedAt(), data);
    var request = new WebhookRequest(Map.of(), told.getBytes(StandardCharsets.UTF_8));

    assertThat(adapter().read(request, via()))
        .contains(new Escalated(ref("4711"), sign, detail, recordedAt()));
  }

  @Override
  protected List<String> recordedSilence() {
    return List.of(
        "acknowledged-by-system",
        "marked-as-ours",
        "note-by-agent",
        "note-by-agent-told-by-ticket",
        "note-of-ours",
        "of-a-type-to-come",
        "reply-of-our-account",
        "updated-somehow");
  }
}
