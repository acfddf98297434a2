package org.svarbar.admin;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.assist.GroupPolicy;
import org.svarbar.assist.Holidays;
import org.svarbar.assist.ReplyHours;
import org.svarbar.assist.ReplyRules;
import org.svarbar.helpdesk.Connection;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.platform.Languages;
import org.svarbar.platform.Texts;
import org.svarbar.triage.HardRule;
import org.svarbar.triage.HardRule.When;
import org.svarbar.triage.SignalKind;

/** What an administrator types about a group's policy and about rules. */
final class PolicyForms {

  /** Stands for a group that is still to be named. */
  static final String NEW = "+";

  private static final int LONGEST_GROUP = 200;
  private static final int LONGEST_SIGNATURE = 400;
  private static final int MOST_PER_DAY = 20;

  private PolicyForms() {}

  /** The settings of this group; of one that has none, what holds there. */
  static Form of(List<GroupPolicy> all, String group, Connection via) {
    var own = all.stream().filter(it -> it.group().equals(group)).findFirst();
    var forAll = all.stream().filter(it -> it.group().isEmpty()).findFirst();
    var rules = own.or(() -> forAll).map(GroupPolicy::rules).orElse(ReplyRules.SHIPPED);
    var mode = own.flatMap(GroupPolicy::mode).map(Mode::word).orElse("");
    var values = new HashMap<String, String>();
    values.put("group", group.equals(NEW) ? "" : group);
    values.put("is-new", group.equals(NEW) ? "yes" : "");
    values.put("mode", group.isEmpty() ? via.mode().word() : mode);
    rules.languages().forEach(language -> values.put("language-" + language, "on"));
    rules.hours().days().forEach(day -> values.put("day-" + day.getValue(), "on"));
    values.put("from", rules.hours().from().toString());
    values.put("until", rules.hours().until().toString());
    values.put(
        "holidays",
        rules.holidays().dates().stream()
            .map(LocalDate::toString)
            .collect(Collectors.joining("\n")));
    values.put("answered-on-holidays", rules.holidays().answered() ? "on" : "");
    values.put("most-per-day", Integer.toString(rules.mostPerDay()));
    values.put("signature", rules.signature());
    values.put("at-least", "95");
    return new Form(values, Map.of());
  }

  static Form checked(Form form, Texts texts) {
    var wrong = new LinkedHashMap<String, String>();
    var group = form.value("group");
    if (group.length() > LONGEST_GROUP || (group.isEmpty() && form.has("is-new", "yes"))) {
      wrong.put("group", texts.text("triage.group.wrong", LONGEST_GROUP));
    }
    if (!form.value("mode").isEmpty() && mode(form).isEmpty()) {
      wrong.put("mode", texts.text("triage.mode.wrong"));
    }
    if (days(form).isEmpty()) {
      wrong.put("day-1", texts.text("triage.days.wrong"));
    }
    for (var field : List.of("from", "until")) {
      if (time(form, field).isEmpty()) {
        wrong.put(field, texts.text("triage.time.wrong"));
      }
    }
    holidays(form, texts, wrong);
    if (!form.value("most-per-day").matches("[1-9]|1[0-9]|" + MOST_PER_DAY)) {
      wrong.put("most-per-day", texts.text("triage.most-per-day.wrong", MOST_PER_DAY));
    }
    if (form.value("signature").length() > LONGEST_SIGNATURE) {
      wrong.put("signature", texts.text("form.too-long", LONGEST_SIGNATURE));
    }
    return form.withWrong(wrong);
  }

  /** Of a form that is right. */
  static GroupPolicy policy(Form form) {
    var languages =
        Languages.ALL.stream()
            .filter(language -> form.has("language-" + language, "on"))
            .collect(Collectors.toSet());
    var hours =
        new ReplyHours(
            days(form), time(form, "from").orElseThrow(), time(form, "until").orElseThrow());
    var group = form.value("group");
    return new GroupPolicy(
        group,
        group.isEmpty() ? Optional.empty() : mode(form),
        new ReplyRules(
            languages,
            hours,
            new Holidays(
                dates(form).map(LocalDate::parse).toList(), form.has("answered-on-holidays", "on")),
            Integer.parseInt(form.value("most-per-day")),
            form.value("signature").replace("\r", "")));
  }

  static Optional<Mode> mode(Form form) {
    return Mode.find(form.value("mode"));
  }

  private static EnumSet<DayOfWeek> days(Form form) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (form.has("day-" + day.getValue(), "on")) {
        days.add(day);
      }
    }
    return days;
  }

  private static void holidays(Form form, Texts texts, Map<String, String> wrong) {
    var bad = dates(form).filter(date -> !isDate(date)).findFirst();
    if (bad.isPresent()) {
      wrong.put("holidays", texts.text("triage.holidays.wrong", bad.get()));
    } else if (dates(form).distinct().count() > Holidays.MOST) {
      wrong.put("holidays", texts.text("triage.holidays.too-many", Holidays.MOST));
    }
  }

  /** As they were typed, separated by whatever people put between dates. */
  private static Stream<String> dates(Form form) {
    return Stream.of(form.value("holidays").split("[\\s,;]+")).filter(date -> !date.isEmpty());
  }

  private static boolean isDate(String typed) {
    try {
      return typed.matches("20[0-9]{2}-.*") && LocalDate.parse(typed) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<LocalTime> time(Form form, String field) {
    var typed = form.value(field);
    return typed.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
        ? Optional.of(LocalTime.parse(typed))
        : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  static HardRule rule(Form form) {
    var value = form.value("rule-value");
    var when =
        switch (form.value("rule-when")) {
          case "words" -> new When.Says(value);
          case "group" -> new When.InGroup(required(value));
          case "sender" -> new When.From(value);
          case String word ->
              new When.Seen(
                  SignalKind.find(word)
                      .orElseThrow(() -> new IllegalArgumentException("a rule has a condition")));
        };
    var most = form.has("rule-then", "suggest") ? HardRule.Most.SUGGEST : HardRule.Most.PERSON;
    return new HardRule(form.value("rule-name"), when, most);
  }

  private static String required(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a rule about groups has a group");
    }
    return value;
  }

  /** What a rule looks at besides what is seen; empty for that. */
  static String value(HardRule rule) {
    return switch (rule.when()) {
      case When.Seen seen -> "";
      case When.Says says -> says.phrases();
      case When.InGroup in -> in.group();
      case When.From from -> from.addressEnd();
    };
  }

  /** `signal`, `words`, `group` or `sender`. */
  static String kind(HardRule rule) {
    return switch (rule.when()) {
      case When.Seen seen -> "signal";
      case When.Says says -> "words";
      case When.InGroup in -> "group";
      case When.From from -> "sender";
    };
  }

  /** A day's name as it is written in a row of seven. */
  static String name(DayOfWeek day, Locale language) {
    return day.getDisplayName(java.time.format.TextStyle.SHORT_STANDALONE, language);
  }
}
