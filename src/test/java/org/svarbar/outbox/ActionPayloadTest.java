package org.svarbar.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svarbar.ticket.Attachment;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketRef;

class ActionPayloadTest {

  private static final TicketRef TICKET = new TicketRef(new ConnectionId("rt"), "4711");
  private static final String KEY = "0123456789abcdef0123";

  static List<TicketAction> actions() {
    return List.of(
        new TicketAction.AddInternalNote(TICKET, KEY, "Förslag", "<p>\"å\\ \n&amp;</p>", "å"),
        new TicketAction.AddInternalNote(
            TICKET,
            KEY,
            "Förslag",
            "<p>hej</p>",
            "hej",
            List.of(new Attachment("session.json", "application/json", "{\"ä\":\"\\n\"}"))),
        new TicketAction.SendReply(TICKET, KEY, "<p>hei</p>", "hei"),
        new TicketAction.SaveDraft(TICKET, KEY, "<p>moi</p>", "moi"),
        new TicketAction.AddTag(TICKET, KEY, "faq"),
        new TicketAction.SetField(TICKET, KEY, "Svarbar", "svarbar 🙂"));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void comesOutOfTheRowAsItWentIn(TicketAction action) {
    var read = ActionPayload.read(ActionPayload.kind(action), ActionPayload.write(action));

    assertThat(read).isEqualTo(action);
  }
}
