package org.svarbar.admin;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.platform.Assets;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Texts;

/**
 * What every template knows of the request that it answers.
 *
 * @param texts in the reader's language
 * @param zone in which times are shown
 * @param today in that zone
 * @param context the application's path, such as `/svarbar`
 * @param path the requested path below `context`, such as `/console/connections`
 * @param user who is logged in; empty: nobody
 * @param hasPassword whether they can change their password here
 * @param sessionSeconds how long they stay logged in without a request; 0: they are not
 * @param sections that the reader's menu has
 * @param done the key of a message about what the reader has just done
 */
record Page(
    Texts texts,
    Assets assets,
    ZoneId zone,
    LocalDate today,
    String context,
    String path,
    Optional<String> user,
    boolean hasPassword,
    int sessionSeconds,
    List<Section> sections,
    Optional<String> done) {

  static final String BUNDLE = "org.svarbar.admin.console";

  Page {
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(assets, "assets");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(user, "user");
    sections = List.copyOf(sections);
    Objects.requireNonNull(done, "done");
  }

  String text(String key, Object... values) {
    return texts.text(key, values);
  }

  /** The page's language as a tag for HTML. */
  String language() {
    return texts.locale().toLanguageTag();
  }

  /** What a language calls itself. */
  String ownName(Locale language) {
    return Texts.of(BUNDLE, language).text("language.own");
  }

  /** What the page's language calls a language. */
  String nameOf(Locale language) {
    return text("language." + language.getLanguage());
  }

  /** What people call a kind of helpdesk. */
  String kind(String kind) {
    return named("kind.", kind);
  }

  /** The text of `family` for one of many names; the name itself where there is none. */
  String named(String family, String name) {
    return texts.has(family + name) ? text(family + name) : name;
  }

  /** The address of something below the application. */
  String at(String below) {
    return context + "/" + below;
  }

  String asset(String name) {
    return at(assets.path(name));
  }

  boolean isIn(Section section) {
    return section == Section.OVERVIEW
        ? path.equals("/console")
        : path.startsWith("/" + section.path());
  }

  String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(formats())
        .format(instant.atZone(zone));
  }

  String date(Instant instant) {
    return date(instant.atZone(zone).toLocalDate());
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(formats()).format(date);
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(formats()).format(number);
  }

  /** A share from 0 to 1 as per cent. */
  String percent(double share) {
    return NumberFormat.getPercentInstance(formats()).format(share);
  }

  /** A share from 0 to 1 as per cent with one decimal. */
  String exactPercent(double share) {
    var format = NumberFormat.getPercentInstance(formats());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  /** In minutes, hours or days, whichever says it in a small number. */
  String duration(Duration duration) {
    if (duration.toMinutes() < 100) {
      return text("duration.minutes", Math.max(1, duration.toMinutes()));
    }
    return duration.toHours() < 72
        ? text("duration.hours", duration.toHours())
        : text("duration.days", duration.toDays());
  }

  /** A probability with two decimals. */
  String decimal(double number) {
    var format = NumberFormat.getNumberInstance(formats());
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /** English is read in Europe here: the day before the month, 24 hours. */
  private Locale formats() {
    return texts.locale().equals(Languages.ENGLISH) ? Locale.UK : texts.locale();
  }
}
