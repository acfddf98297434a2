package org.svarbar.selfservice;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.svarbar.platform.Json;
import org.svarbar.selfservice.ReadAnswers.ReadAnswer;
import org.svarbar.selfservice.SessionEvent.Kind;
import org.svarbar.ticket.Attachment;

/** A session as data, for the helpdesk's own reports and rules; goes with the note. */
final class SessionFile {

  static final String NAME = "svarbar-session.json";

  /** Raised when what is in it changes its meaning. */
  private static final String FORMAT = "svarbar-session/1";

  /** An action's row has room for so many; the note tells fewer. */
  private static final int MOST_EVENTS = 100;

  private static final int LONGEST_TEXT = 500;

  private SessionFile() {}

  static Attachment of(LinkedSession linked, List<ReadAnswer> read) {
    var session = linked.session();
    var json =
        Json.createObjectBuilder()
            .add("format", FORMAT)
            .add("reference", session.reference())
            .add("match", code(linked.quality()))
            .add("language", session.language().getLanguage())
            .add("startedAt", session.startedAt().toString())
            .add("lastAt", session.lastAt().toString())
            .add("contactWanted", has(session, Kind.CONTACT))
            .add("answers", answers(read))
            .add("events", events(session));
    return new Attachment(NAME, "application/json", json.build().toString());
  }

  private static JsonArrayBuilder answers(List<ReadAnswer> read) {
    var all = Json.createArrayBuilder();
    for (var answer : read) {
      var one =
          Json.createObjectBuilder()
              .add("id", answer.entry().id())
              .add("title", answer.entry().title())
              .add("seconds", answer.tried().seconds());
      answer.tried().helpful().ifPresent(said -> one.add("helpful", said));
      answer.entry().url().ifPresent(url -> one.add("url", url.toString()));
      all.add(one);
    }
    return all;
  }

  private static JsonArrayBuilder events(HelpSession session) {
    var all = Json.createArrayBuilder();
    session.events().stream()
        .skip(Math.max(0, session.events().size() - MOST_EVENTS))
        .map(SessionFile::event)
        .forEach(all::add);
    return all;
  }

  private static JsonObjectBuilder event(SessionEvent event) {
    var entries = Json.createArrayBuilder();
    event.entries().forEach(entries::add);
    var one =
        Json.createObjectBuilder()
            .add("at", event.happenedAt().toString())
            .add("kind", code(event.kind()))
            .add("text", shortened(event.text()))
            .add("answers", entries)
            .add("seconds", event.seconds());
    event.helpful().ifPresent(said -> one.add("helpful", said));
    return one;
  }

  private static boolean has(HelpSession session, Kind kind) {
    return session.events().stream().anyMatch(event -> event.kind() == kind);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
