package org.svarbar.assist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.platform.Languages;

/** A group's policy as a row. */
@Entity
@Table(name = "group_policies")
class GroupPolicyRow {

  private static final int MINUTES = 60;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "connection_id", nullable = false, length = 40)
  String connectionId;

  @Column(name = "group_name", nullable = false, length = 200)
  String group;

  @Column(nullable = false, length = 10)
  String mode;

  @Column(nullable = false, length = 40)
  String languages;

  @Column(nullable = false, length = 7)
  String days;

  @Column(name = "from_minute", nullable = false)
  int fromMinute;

  @Column(name = "until_minute", nullable = false)
  int untilMinute;

  /** Separated by spaces. */
  @Column(nullable = false, length = 1100)
  String holidays;

  @Column(name = "answered_on_holidays", nullable = false)
  boolean answeredOnHolidays;

  @Column(name = "most_per_day", nullable = false)
  int mostPerDay;

  @Column(nullable = false, length = 400)
  String signature;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  @Version int version;

  /** For JPA. */
  protected GroupPolicyRow() {}

  GroupPolicyRow(String connectionId, String group) {
    this.connectionId = connectionId;
    this.group = group;
  }

  void change(GroupPolicy policy, Instant now) {
    var rules = policy.rules();
    mode = policy.mode().map(Mode::word).orElse("");
    languages =
        rules.languages().stream()
            .map(Locale::getLanguage)
            .sorted()
            .collect(Collectors.joining(" "));
    days =
        rules.hours().days().stream()
            .sorted()
            .map(day -> Integer.toString(day.getValue()))
            .collect(Collectors.joining());
    fromMinute = minutes(rules.hours().from());
    untilMinute = minutes(rules.hours().until());
    holidays =
        rules.holidays().dates().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    answeredOnHolidays = rules.holidays().answered();
    mostPerDay = rules.mostPerDay();
    signature = rules.signature();
    changedAt = now;
  }

  GroupPolicy policy() {
    var hours =
        new ReplyHours(
            days.chars().mapToObj(day -> DayOfWeek.of(day - '0')).collect(Collectors.toSet()),
            time(fromMinute),
            time(untilMinute));
    var spoken =
        Stream.of(languages.split(" "))
            .flatMap(tag -> Languages.find(tag).stream())
            .collect(Collectors.toSet());
    var dates =
        Stream.of(holidays.split(" "))
            .filter(date -> !date.isEmpty())
            .map(LocalDate::parse)
            .toList();
    return new GroupPolicy(
        group,
        Mode.find(mode),
        new ReplyRules(
            spoken, hours, new Holidays(dates, answeredOnHolidays), mostPerDay, signature));
  }

  private static int minutes(LocalTime time) {
    return time.getHour() * MINUTES + time.getMinute();
  }

  private static LocalTime time(int minutes) {
    return LocalTime.of(minutes / MINUTES, minutes % MINUTES);
  }
}
