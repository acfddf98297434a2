package org.svarbar.support;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.svarbar.platform.Setting;
import org.svarbar.platform.Settings;

/**
 * The settings as they count: values that can only be numbers, durations or one of a few words; of
 * addresses their servers; of all others whether they are set.
 */
final class SettingFacts {

  private static final Pattern HARMLESS =
      Pattern.compile("(whole number|number|five numbers with commas|duration), .*|one of .*");

  private SettingFacts() {}

  /**
   * @param given the value that counts for a key; empty: none does
   */
  static String of(Function<String, Optional<String>> given) {
    return of(Settings.all(), given);
  }

  static String of(List<Setting> settings, Function<String, Optional<String>> given) {
    return settings.stream()
        .map(it -> it.key() + " = " + shown(it, given.apply(it.key()).filter(v -> !v.isBlank())))
        .collect(joining("\n", "", "\n"));
  }

  private static String shown(Setting setting, Optional<String> value) {
    var form = setting.form();
    if (value.isEmpty() || form.isSecret() || !form.isRight().test(value.get())) {
      return value.isPresent() ? "set" : "not set";
    }
    if (HARMLESS.matcher(form.words()).matches()) {
      return value.get();
    }
    return form.words().startsWith("address")
        ? Arrays.stream(value.get().split(",")).map(SettingFacts::server).collect(joining(","))
        : "set";
  }

  private static String server(String address) {
    var uri = URI.create(address.strip());
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + "/…";
  }
}
