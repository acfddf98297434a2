package org.svarbar.admin;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.svarbar.platform.Languages;
import org.svarbar.selfservice.HelpSite;
import org.svarbar.selfservice.SiteForm;
import org.svarbar.ticket.ConnectionId;

/** What an administrator types about a place of self-service, from and to the site itself. */
final class HelpSiteForms {

  private static final String LANGUAGE = "language-";

  private HelpSiteForms() {}

  /** A form for a new site, careful at first. */
  static Form empty(Locale first) {
    var values = new HashMap<String, String>();
    values.put("consent", "on");
    values.put("enabled", "on");
    values.put("first-language", first.getLanguage());
    Languages.ALL.forEach(language -> values.put(LANGUAGE + language.getLanguage(), "on"));
    values.put("keep-days", "30");
    values.put("keep-unlinked-days", "7");
    values.put("solved-after-days", "7");
    values.put("hold-out-percent", "0");
    return new Form(values, java.util.Map.of());
  }

  static Form of(HelpSite site) {
    var values = new HashMap<String, String>();
    values.put("id", site.id());
    values.put("name", site.name());
    values.put("origins", site.origins().stream().sorted().collect(Collectors.joining("\n")));
    values.put("first-language", site.languages().getFirst().getLanguage());
    site.languages().forEach(language -> values.put(LANGUAGE + language.getLanguage(), "on"));
    values.put("group", site.group().orElse(""));
    values.put("connection", site.connection().map(ConnectionId::value).orElse(""));
    values.put("consent", site.consentRequired() ? "on" : "");
    values.put("form", site.contact().form().map(URI::toString).orElse(""));
    values.put("mail", site.contact().mail().orElse(""));
    values.put("phone", site.contact().phone().orElse(""));
    values.put("ticket-group", site.contact().ticketGroup().orElse(""));
    values.put("keep-days", String.valueOf(site.keepDays()));
    values.put("keep-unlinked-days", String.valueOf(site.keepUnlinkedDays()));
    values.put("solved-after-days", String.valueOf(site.solvedAfterDays()));
    values.put("hold-out-percent", String.valueOf(site.holdOutPercent()));
    values.put("enabled", site.enabled() ? "on" : "");
    return new Form(values, java.util.Map.of());
  }

  /**
   * @throws IllegalArgumentException begins with the field's name
   */
  static SiteForm typed(Form form) {
    return new SiteForm(
        Optional.of(form.value("name")),
        Optional.of(form.value("origins").lines().filter(line -> !line.isBlank()).toList()),
        Optional.of(languages(form)),
        Optional.of(form.value("group")),
        Optional.of(form.value("connection")),
        Optional.of(form.has("consent", "on")),
        Optional.of(form.value("form")),
        Optional.of(form.value("mail")),
        Optional.of(form.value("phone")),
        Optional.of(form.value("ticket-group")),
        Optional.of(number(form, "keep-days")),
        Optional.of(number(form, "keep-unlinked-days")),
        Optional.of(number(form, "solved-after-days")),
        Optional.of(number(form, "hold-out-percent")),
        Optional.of(form.has("enabled", "on")));
  }

  /** Which field a refusal is about, by the name that the form gives it. */
  static String field(String refusal) {
    return refusal.replaceFirst(":.*", "").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The first counts for customers who read none of them. */
  private static List<String> languages(Form form) {
    var chosen = new ArrayList<String>();
    var first = form.value("first-language");
    if (form.has(LANGUAGE + first, "on")) {
      chosen.add(first);
    }
    Languages.ALL.stream()
        .map(Locale::getLanguage)
        .filter(language -> form.has(LANGUAGE + language, "on") && !language.equals(first))
        .forEach(chosen::add);
    return chosen;
  }

  private static int number(Form form, String field) {
    var typed = form.value(field);
    if (!typed.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException(field + ": is no number");
    }
    return Integer.parseInt(typed);
  }
}
