package org.svarbar.assist;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.svarbar.helpdesk.Connection.Mode;
import org.svarbar.platform.Languages;

/**
 * A group's policy as it is sent; what is left out is as it is shipped.
 *
 * @param mode off, monitor, note, draft or reply
 * @param days 1 (Monday) to 7 (Sunday)
 * @param from such as 17:00
 * @param holidays dates such as 2026-12-24, on which the hours do not count
 * @param answeredOnHolidays on them: true for all day, false for not at all
 */
public record GroupPolicyJson(
    Optional<String> group,
    Optional<String> mode,
    Optional<List<String>> languages,
    Optional<List<Integer>> days,
    Optional<String> from,
    Optional<String> until,
    Optional<List<String>> holidays,
    Optional<Boolean> answeredOnHolidays,
    Optional<Integer> mostPerDay,
    Optional<String> signature) {

  static GroupPolicyJson of(GroupPolicy policy) {
    var rules = policy.rules();
    return new GroupPolicyJson(
        Optional.of(policy.group()),
        policy.mode().map(Mode::word),
        Optional.of(rules.languages().stream().map(Locale::getLanguage).sorted().toList()),
        Optional.of(rules.hours().days().stream().map(DayOfWeek::getValue).sorted().toList()),
        Optional.of(rules.hours().from().toString()),
        Optional.of(rules.hours().until().toString()),
        Optional.of(rules.holidays().dates().stream().map(LocalDate::toString).toList()),
        Optional.of(rules.holidays().answered()),
        Optional.of(rules.mostPerDay()),
        Optional.of(rules.signature()));
  }

  /**
   * @throws IllegalArgumentException when something is not as it should be
   */
  GroupPolicy policy() {
    var name = group.orElse("").strip();
    return new GroupPolicy(name, name.isEmpty() ? Optional.empty() : known(), read(this::rules));
  }

  /** Of the connection itself, which the empty group stands for. */
  Optional<Mode> connectionMode() {
    return group.orElse("").isBlank() ? known() : Optional.empty();
  }

  private Optional<Mode> known() {
    return mode.map(
        word ->
            Mode.find(word)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "mode: is none of off, monitor, note, draft, reply")));
  }

  private ReplyRules rules() {
    var shipped = ReplyRules.SHIPPED;
    return new ReplyRules(
        languages.map(GroupPolicyJson::spoken).orElse(shipped.languages()),
        new ReplyHours(
            days.map(GroupPolicyJson::week).orElse(shipped.hours().days()),
            from.map(LocalTime::parse).orElse(shipped.hours().from()),
            until.map(LocalTime::parse).orElse(shipped.hours().until())),
        new Holidays(
            holidays.map(GroupPolicyJson::dates).orElse(Set.of()),
            answeredOnHolidays.orElse(shipped.holidays().answered())),
        mostPerDay.orElse(shipped.mostPerDay()),
        signature.orElse(shipped.signature()));
  }

  private static Set<Locale> spoken(List<String> tags) {
    return tags.stream()
        .map(
            tag ->
                Languages.find(tag)
                    .orElseThrow(
                        () -> new IllegalArgumentException("languages: " + tag + " is none")))
        .collect(Collectors.toSet());
  }

  private static Set<DayOfWeek> week(List<Integer> days) {
    return days.stream().map(DayOfWeek::of).collect(Collectors.toSet());
  }

  private static Set<LocalDate> dates(List<String> written) {
    return written.stream().map(LocalDate::parse).collect(Collectors.toSet());
  }

  private static ReplyRules read(Supplier<ReplyRules> rules) {
    try {
      return rules.get();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "days, from, until, holidays: days are 1 to 7, times such as 17:00, dates such as"
              + " 2026-12-24",
          e);
    }
  }
}
