package org.svarbar.admin;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.svarbar.platform.Texts;
import org.svarbar.source.Source;
import org.svarbar.source.SourceForm;
import org.svarbar.source.SourceKinds;
import org.svarbar.ticket.ConnectionId;

/** What an administrator types about a source, from and to the source itself. */
final class SourceForms {

  private SourceForms() {}

  /** A form for a new source, careful at first. */
  static Form empty(Locale language) {
    return new Form(
        Map.of(
            "language",
            language.toLanguageTag(),
            "visibility",
            "internal",
            "every",
            minutes(Source.USUAL),
            "enabled",
            "on"),
        Map.of());
  }

  static Form of(Source source) {
    var values = new HashMap<String, String>();
    values.put("name", source.name());
    values.put("kind", source.kind());
    values.put("address", source.address());
    values.put("connection", source.connection().map(ConnectionId::value).orElse(""));
    values.put("language", source.language().toLanguageTag());
    values.put("visibility", source.visibility().name().toLowerCase(Locale.ROOT));
    values.put("group", source.group().orElse(""));
    values.put("every", minutes(source.every()));
    values.put("enabled", source.enabled() ? "on" : "");
    return new Form(values, Map.of());
  }

  static Form checked(Form form, SourceKinds kinds, Texts texts) {
    var wrong = new LinkedHashMap<String, String>();
    typed(form)
        .wrong(kinds)
        .forEach((field, reason) -> wrong.put(field, reason.text(texts.locale())));
    return form.withWrong(wrong);
  }

  static SourceForm typed(Form form) {
    return new SourceForm(
        form.value("name"),
        form.value("kind"),
        form.value("address"),
        form.value("connection"),
        form.value("language"),
        form.value("visibility"),
        form.value("group"),
        seconds(form.value("every")),
        form.has("enabled", "on"));
  }

  private static String minutes(Duration every) {
    return String.valueOf(Math.max(1, every.toMinutes()));
  }

  /** What is no number of minutes stays as it is, and is refused. */
  private static String seconds(String minutes) {
    return minutes.matches("[0-9]{1,5}")
        ? String.valueOf(Duration.ofMinutes(Long.parseLong(minutes)).toSeconds())
        : minutes + "?";
  }
}
