package org.svarbar.selfservice;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.platform.Sha256;
import org.svarbar.platform.Templates;
import org.svarbar.platform.Texts;
import org.svarbar.selfservice.ReadAnswers.ReadAnswer;
import org.svarbar.selfservice.SessionEvent.Kind;
import org.svarbar.ticket.TicketAction;
import org.svarbar.ticket.TicketAction.AddInternalNote;
import org.svarbar.ticket.TicketRef;

/** Words a session as an internal note. */
final class HandoverNote {

  private static final int HEX_DIGITS = 40;
  private static final int MOST_LINES = 40;
  private static final int LONGEST_LINE = 300;
  private static final int MINUTE = 60;

  private final Texts texts;
  private final ZoneId zone;

  /**
   * @param language the agents'
   * @param zone in which times are told
   */
  HandoverNote(Locale language, ZoneId zone) {
    this.texts = Texts.of("org.svarbar.selfservice.handover", language);
    this.zone = zone;
  }

  /** The same session gives one note in a ticket, whatever it is that asks for it. */
  static String key(TicketRef ticket, String reference) {
    return key("handover", ticket, reference);
  }

  private static String key(String what, TicketRef ticket, String reference) {
    var named = what + "\n" + ticket.connection() + "\n" + ticket.id() + "\n" + reference;
    return Sha256.hex(named).substring(0, HEX_DIGITS);
  }

  /**
   * @param live where later steps are seen
   */
  AddInternalNote write(
      TicketRef ticket, LinkedSession linked, List<ReadAnswer> read, String live) {
    var key = key(ticket, linked.session().reference());
    var note = text(ticket, linked, read).with(new HandoverText.Link(texts.text("live"), live));
    var html = Templates.render("selfservice/handover.jte", Map.of("note", note));
    var file = SessionFile.of(linked, read);
    return new AddInternalNote(ticket, key, note.title(), html, note.plain(), List.of(file));
  }

  /** What the note says. */
  HandoverText text(TicketRef ticket, LinkedSession linked, List<ReadAnswer> read) {
    return new HandoverText(
        texts.text("title"),
        facts(linked),
        texts.text("answers"),
        read.stream().map(this::answer).toList(),
        texts.text("timeline"),
        timeline(linked.session(), read),
        HandoverText.Link.NONE,
        texts.text("footer"),
        TicketAction.marker(key(ticket, linked.session().reference())));
  }

  /** The same of a session that no ticket is looked at for. */
  HandoverText text(HelpSession session, List<ReadAnswer> read) {
    return new HandoverText(
        texts.text("timeline"),
        facts(session),
        texts.text("answers"),
        read.stream().map(this::answer).toList(),
        texts.text("timeline"),
        timeline(session, read),
        HandoverText.Link.NONE,
        "",
        "");
  }

  /** Says that the note before it was about somebody else. */
  AddInternalNote takeBack(TicketRef ticket, String reference) {
    var key = key("handover-undone", ticket, reference);
    var note =
        new HandoverText(
            texts.text("undone"),
            List.of(texts.text("undone-text", reference)),
            "",
            List.of(),
            "",
            List.of(),
            HandoverText.Link.NONE,
            texts.text("footer"),
            TicketAction.marker(key));
    var html = Templates.render("selfservice/handover.jte", Map.of("note", note));
    return new AddInternalNote(ticket, key, note.title(), html, note.plain());
  }

  private List<String> facts(LinkedSession linked) {
    var facts = new ArrayList<String>();
    var quality = linked.quality().name().toLowerCase(Locale.ROOT);
    facts.add(texts.text("quality." + quality, linked.session().reference()));
    facts.addAll(facts(linked.session()));
    return facts;
  }

  private List<String> facts(HelpSession session) {
    var facts = new ArrayList<String>();
    session.events().reversed().stream()
        .filter(event -> event.kind() == Kind.QUESTION || event.kind() == Kind.SEARCH)
        .findFirst()
        .ifPresent(event -> facts.add(texts.text("asked", shortened(event.text()))));
    facts.add(texts.text("language", texts.text("language." + session.language().getLanguage())));
    return facts;
  }

  private HandoverText.Answer answer(ReadAnswer read) {
    var entry = read.entry();
    var helpful =
        read.tried().helpful().map(said -> said ? "helped" : "not-helped").orElse("no-vote");
    var what =
        Stream.of(
                read.tried().seconds() > 0
                    ? texts.text("read", duration(read.tried().seconds()))
                    : texts.text("opened"),
                texts.text(helpful))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    var url = entry.isPublic() ? entry.url().map(Object::toString).orElse("") : "";
    return new HandoverText.Answer(entry.title(), url, what);
  }

  private List<String> timeline(HelpSession session, List<ReadAnswer> read) {
    var titles =
        read.stream()
            .collect(
                Collectors.toMap(answer -> answer.entry().id(), answer -> answer.entry().title()));
    var lines =
        session.events().stream()
            .filter(event -> event.kind() != Kind.SHOWN)
            .filter(event -> event.kind() != Kind.CONTACT || isFirst(event, session))
            .map(event -> time(event) + " " + line(event, titles))
            .toList();
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    var cut = new ArrayList<>(lines.subList(lines.size() - MOST_LINES, lines.size()));
    cut.addFirst(texts.text("earlier", lines.size() - MOST_LINES));
    return cut;
  }

  /** Asking for a person, and choosing a way to one, is the same wish. */
  private static boolean isFirst(SessionEvent contact, HelpSession session) {
    return session.events().stream()
        .filter(event -> event.kind() == Kind.CONTACT)
        .findFirst()
        .filter(contact::equals)
        .isPresent();
  }

  private String line(SessionEvent event, Map<Long, String> titles) {
    var entry = event.entries().stream().findFirst().map(titles::get).orElse("–");
    return switch (event.kind()) {
      case SEARCH ->
          event.entries().isEmpty()
              ? texts.text("event.search-in-vain", shortened(event.text()))
              : texts.text("event.search", shortened(event.text()));
      case SHOWN, OPENED -> texts.text("event.opened", entry);
      case READ -> texts.text("event.read", entry, duration(event.seconds()));
      case VOTE ->
          texts.text(event.helpful().orElse(false) ? "event.helped" : "event.not-helped", entry);
      case QUESTION -> texts.text("event.question", shortened(event.text()));
      case CONTACT -> texts.text("event.contact");
      case BOT -> texts.text("event.bot", shortened(event.text()));
    };
  }

  private String time(SessionEvent event) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
        .withLocale(texts.locale())
        .format(event.happenedAt().atZone(zone));
  }

  static String duration(int seconds) {
    return seconds < MINUTE ? seconds + " s" : Math.round(seconds / (double) MINUTE) + " min";
  }

  private static String shortened(String text) {
    var line = text.replace('\n', ' ');
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
  }
}
