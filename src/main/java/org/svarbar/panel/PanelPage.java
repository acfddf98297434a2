package org.svarbar.panel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.svarbar.platform.Assets;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Texts;
import org.svarbar.ticket.TicketRef;

/**
 * What every template of the panel knows.
 *
 * @param texts in the reader's language
 * @param context the application's path, such as `/svarbar`
 * @param address of the ticket's panel, without a slash at the end
 * @param parents origins of pages that may frame it
 */
record PanelPage(
    Texts texts,
    Assets assets,
    ZoneId zone,
    String context,
    TicketRef ticket,
    String address,
    List<String> parents) {

  static final String BUNDLE = "org.svarbar.panel.panel";

  PanelPage {
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(ticket, "ticket");
    parents = List.copyOf(parents);
  }

  String text(String key, Object... values) {
    return texts.text(key, values);
  }

  /** The page's language as a tag for HTML. */
  String language() {
    return texts.locale().toLanguageTag();
  }

  /** What the page's language calls a language. */
  String nameOf(Locale language) {
    return text("language." + language.getLanguage());
  }

  String asset(String name) {
    return context + "/" + assets.path(name);
  }

  /** The address of a part of this ticket's panel. */
  String at(String part) {
    return address + "/" + part;
  }

  /**
   * Where a reply with this suggestion comes from; `place` keeps it apart from the same elsewhere.
   */
  String replyAt(ShownSuggestion shown, String place) {
    return at("reply")
        + "?entry="
        + shown.id()
        + "&place="
        + place
        + "&message="
        + URLEncoder.encode(shown.messageId(), StandardCharsets.UTF_8);
  }

  /** Where somebody who logs in opens this ticket. */
  String openAt() {
    return context
        + "/panel/open?connection="
        + ticket.connection()
        + "&ticket="
        + URLEncoder.encode(ticket.id(), StandardCharsets.UTF_8)
        + "&now=true";
  }

  String date(Instant instant) {
    var locale = texts.locale().equals(Languages.ENGLISH) ? Locale.UK : texts.locale();
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(instant.atZone(zone));
  }
}
