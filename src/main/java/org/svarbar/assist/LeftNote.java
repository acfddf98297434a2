package org.svarbar.assist;

import java.util.List;
import java.util.Locale;
import org.svarbar.platform.Sha256;
import org.svarbar.platform.Texts;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;

/** Words a note about a reply that was not sent, or a draft that was not kept. */
final class LeftNote {

  private static final int KEY_DIGITS = 40;

  private final Texts texts;

  /**
   * @param language the agents'
   */
  LeftNote(Locale language) {
    texts = Texts.of("org.svarbar.assist.note", language);
  }

  AddInternalNote unsent(TicketAction left, NoteText.Draft draft, Objection why) {
    return note(left, draft, why.reason().in(texts.locale()));
  }

  AddInternalNote unkept(TicketAction left, NoteText.Draft draft) {
    return note(left, draft, texts.text("draft.unkept"));
  }

  private AddInternalNote note(TicketAction left, NoteText.Draft draft, String why) {
    var key = Sha256.hex("instead\n" + left.key()).substring(0, KEY_DIGITS);
    var note =
        new NoteText(
            texts.text("draft"),
            why,
            List.of(),
            List.of(),
            texts.text("footer"),
            TicketAction.marker(key),
            draft.titled(""));
    return new AddInternalNote(left.ticket(), key, note.title(), note.html(), note.plain());
  }
}
