package org.svarbar.platform;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the value of a setting may be.
 *
 * @param words as they stand in the file of settings, such as `whole number, 1 to 64`
 * @param isSecret whether values must not be shown
 * @param isRight whether a value is one
 */
public record SettingForm(String words, boolean isSecret, Predicate<String> isRight) {

  private static final String SECRET = "secret: ";
  private static final String OR_NOTHING = ", or nothing";

  private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s<>@,;]{1,64}@[\\w.-]{1,255}");

  private record Kind(Pattern words, Function<MatchResult, Predicate<String>> check) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("whole number, (\\d+) to (\\d+)", it -> number(it, "-?\\d+")),
          kind("number, ([\\d.]+) to ([\\d.]+)", it -> number(it, "-?\\d+(\\.\\d+)?")),
          kind(
              "five numbers with commas, ([\\d.]+) to ([\\d.]+)",
              it -> list(number(it, "-?\\d+(\\.\\d+)?"), 5)),
          kind("duration, (\\w+) to (\\w+)(?:, or (\\w+))?", SettingForm::duration),
          kind("one of ([\\w, ]+)", it -> List.of(it.group(1).split(", "))::contains),
          kind("text of (\\d+) to (\\d+) characters", SettingForm::text),
          kind("32 bytes in Base64", it -> SettingForm::isKey),
          kind("24 to 64 bytes in Base64, perhaps after whsec_", it -> SettingForm::canSign),
          kind("mail addresses with commas", it -> list(MAIL_ADDRESS.asMatchPredicate(), 0)),
          kind("mail address", it -> value -> MAIL_ADDRESS.matcher(value.strip()).matches()),
          kind("addresses with commas", it -> list(SettingForm::isAddress, 0)),
          kind("address", it -> SettingForm::isAddress),
          kind("places that may be called, with commas", it -> SettingForm::arePlaces),
          kind(
              "origins with commas",
              it -> list(Pattern.compile("https?://[\\w.-]+(:\\d{1,5})?").asMatchPredicate(), 0)),
          kind("folder", it -> SettingForm::isFolder),
          kind("folders with commas", it -> list(SettingForm::isFolder, 0)));

  /**
   * @throws IllegalArgumentException when there is no form of these words
   */
  static SettingForm of(String words) {
    var isSecret = words.startsWith(SECRET);
    var plain = isSecret ? words.substring(SECRET.length()) : words;
    var orNothing = plain.endsWith(OR_NOTHING);
    var check = check(orNothing ? plain.substring(0, plain.length() - OR_NOTHING.length()) : plain);
    return new SettingForm(
        plain, isSecret, value -> orNothing && value.isBlank() || check.test(value));
  }

  private static Predicate<String> check(String words) {
    for (var kind : KINDS) {
      var read = kind.words().matcher(words);
      if (read.matches()) {
        return kind.check().apply(read.toMatchResult());
      }
    }
    throw new IllegalArgumentException("no form of a setting: " + words);
  }

  private static Kind kind(String words, Function<MatchResult, Predicate<String>> check) {
    return new Kind(Pattern.compile(words), check);
  }

  private static Predicate<String> number(MatchResult range, String digits) {
    var least = new BigDecimal(range.group(1));
    var most = new BigDecimal(range.group(2));
    return value ->
        value.strip().matches(digits)
            && new BigDecimal(value.strip()).compareTo(least) >= 0
            && new BigDecimal(value.strip()).compareTo(most) <= 0;
  }

  private static Predicate<String> duration(MatchResult range) {
    var least = Duration.parse(range.group(1));
    var most = Duration.parse(range.group(2));
    return value -> {
      try {
        var given = Duration.parse(value.strip());
        return given.compareTo(least) >= 0 && given.compareTo(most) <= 0
            || range.group(3) != null && given.equals(Duration.parse(range.group(3)));
      } catch (DateTimeParseException e) {
        return false;
      }
    };
  }

  private static Predicate<String> text(MatchResult range) {
    var least = Integer.parseInt(range.group(1));
    var most = Integer.parseInt(range.group(2));
    return value -> value.length() >= least && value.length() <= most;
  }

  /**
   * @param count how many; 0: any number
   */
  private static Predicate<String> list(Predicate<String> each, int count) {
    return value -> {
      var all = Arrays.stream(value.split(",")).map(String::strip).toList();
      return (count == 0 || all.size() == count) && all.stream().allMatch(each);
    };
  }

  private static boolean isKey(String value) {
    try {
      return Base64.getDecoder().decode(value.strip()).length == 32;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A secret as Standard Webhooks 1.0 wants it. */
  private static boolean canSign(String value) {
    try {
      var bytes = Base64.getDecoder().decode(value.strip().replaceFirst("^whsec_", "")).length;
      return bytes >= 24 && bytes <= 64;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isAddress(String value) {
    try {
      var uri = URI.create(value.strip());
      return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean arePlaces(String value) {
    try {
      return !AllowedHosts.of(value).written().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isFolder(String value) {
    try {
      return Path.of(value).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
