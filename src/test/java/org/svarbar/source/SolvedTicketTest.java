package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.platform.Languages;
import org.svarbar.ticket.ConnectionId;
import org.svarbar.ticket.Message;
import org.svarbar.ticket.Message.Author;
import org.svarbar.ticket.Person;
import org.svarbar.ticket.Ticket;
import org.svarbar.ticket.TicketRef;

class SolvedTicketTest {

  private static final Message QUESTION =
      message(
          Author.REQUESTER,
          false,
          "Hej!\n\nHur byter jag lösenord? Mitt nummer är 070-174 06 05.\n\nHälsningar\nAnna");
  private static final Message ANSWER =
      message(
          Author.AGENT,
          false,
          "Hej Anna!\n\nKlicka på Glömt lösenord på inloggningssidan.\n\nMvh\nBo");

  @ParameterizedTest
  @ValueSource(strings = {"resolved", "Closed", "solved"})
  void keepsQuestionAndAnswerWithoutIdentifiers(String status) {
    var found = SolvedTicket.of(ticket(status, QUESTION, ANSWER), Languages.ENGLISH).orElseThrow();

    assertThat(found.question())
        .startsWith("Inloggning: Hur byter jag lösenord?")
        .doesNotContain("070", "Anna");
    assertThat(found.answer()).isEqualTo("Klicka på Glömt lösenord på inloggningssidan.");
    assertThat(found.language()).isEqualTo(Languages.SWEDISH);
  }

  @Test
  void learnsNothingFromTicketsThatAreOpenOrUnanswered() {
    var note = message(Author.AGENT, true, "Intern anteckning om kunden, inte för kunder.");

    assertThat(SolvedTicket.of(ticket("open", QUESTION, ANSWER), Languages.SWEDISH)).isEmpty();
    assertThat(SolvedTicket.of(ticket("resolved", QUESTION), Languages.SWEDISH)).isEmpty();
    assertThat(SolvedTicket.of(ticket("resolved", QUESTION, note), Languages.SWEDISH)).isEmpty();
    assertThat(SolvedTicket.of(ticket("resolved", ANSWER), Languages.SWEDISH)).isEmpty();
  }

  private static Ticket ticket(String status, Message... messages) {
    return new Ticket(
        new TicketRef(new ConnectionId("rt"), "1"),
        "Re: Inloggning",
        Optional.empty(),
        status,
        person(),
        Optional.empty(),
        Optional.empty(),
        List.of(messages));
  }

  private static Message message(Author author, boolean internal, String text) {
    return new Message("1", person(), author, text, false, internal, Instant.EPOCH);
  }

  private static Person person() {
    return Person.of("1", "Anna", "anna@example.org");
  }
}
