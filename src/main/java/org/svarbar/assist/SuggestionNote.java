package org.svarbar.assist;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.svarbar.platform.Texts;
import org.svarbar.selfservice.TriedAnswers;
import org.svarbar.suggestion.Suggested;
import org.svarbar.suggestion.Suggestion;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;
import org.svarbar.triage.Judged;

/** Words suggestions as an internal note. */
final class SuggestionNote {

  private static final int MOST_WORDS = 6;
  private static final int MOST_REASONS = 5;

  private final Texts texts;
  private final String panel;

  /**
   * @param language the agents'
   * @param panel where an agent sees more
   */
  SuggestionNote(Locale language, String panel) {
    this.panel = panel;
    texts = Texts.of("org.svarbar.assist.note", language);
  }

  /** The note about this message; the same message always gives the same key. */
  AddInternalNote write(Judged judged, Suggested suggested, TriedAnswers tried) {
    return write(judged, suggested, tried, NoteText.Draft.NONE);
  }

  /** The same with a draft of a reply in it. */
  AddInternalNote write(
      Judged judged, Suggested suggested, TriedAnswers tried, NoteText.Draft draft) {
    var key = NoteKey.of(judged.ticket(), judged.messageId());
    var verdict = judged.verdict();
    var note =
        new NoteText(
            title(suggested.suggestions().size()),
            verdict.in(texts.locale()),
            verdict.assessment().reasons().stream()
                .limit(MOST_REASONS)
                .map(reason -> reason.in(texts.locale()))
                .toList(),
            suggested.suggestions().stream()
                .map(found -> item(found, suggested.language(), tried))
                .toList(),
            texts.text("footer"),
            TicketAction.marker(key),
            draft.titled(texts.text("draft")),
            new NoteText.Link(texts.text("panel"), panel));
    return new AddInternalNote(judged.ticket(), key, note.title(), note.html(), note.plain());
  }

  private String title(int count) {
    if (count == 0) {
      return texts.text("title.none");
    }
    return count == 1 ? texts.text("title.one") : texts.text("title.many", count);
  }

  private NoteText.Item item(Suggestion suggestion, Locale asked, TriedAnswers tried) {
    return new NoteText.Item(
        suggestion.title(),
        suggestion.url().map(Object::toString).orElse(""),
        marks(suggestion, asked, tried),
        suggestion.sentence(),
        why(suggestion));
  }

  private List<String> marks(Suggestion suggestion, Locale asked, TriedAnswers tried) {
    var marks = new ArrayList<String>();
    tried
        .spent(suggestion)
        .map(this::triedBefore)
        .map(mark -> tried.sure() ? mark : texts.text("tried.probably", mark))
        .ifPresent(marks::add);
    if (!suggestion.isPublic()) {
      marks.add(texts.text("internal"));
    }
    if (!suggestion.language().equals(asked)) {
      marks.add(texts.text("in-language." + suggestion.language().getLanguage()));
    }
    return marks;
  }

  private String triedBefore(TriedAnswers.Tried tried) {
    var isInVain = tried.helpful().isPresent();
    return tried.seconds() == 0
        ? texts.text("tried.in-vain")
        : texts.text(isInVain ? "tried.read-in-vain" : "tried.read", tried.duration());
  }

  private String why(Suggestion suggestion) {
    var words = suggestion.matchedWords().stream().limit(MOST_WORDS).toList();
    var changed =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(texts.locale())
            .format(suggestion.changedAt().atZone(ZoneOffset.UTC));
    return texts.text("why", String.join(", ", words), changed);
  }
}
