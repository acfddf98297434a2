package org.svarbar.admin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.svarbar.platform.Setting;

/**
 * A setting of the operator's as it counts now.
 *
 * @param value empty: none counts, or it is a secret
 * @param isSet whether any value counts
 */
record SettingNow(Setting setting, Optional<String> value, boolean isSet) {

  private static final Pattern PASSWORD = Pattern.compile("//[^/@\\s]*@");

  /**
   * @param given what counts; empty: nothing does
   */
  static SettingNow of(Setting setting, Optional<String> given) {
    var value = given.filter(it -> !it.isBlank());
    return new SettingNow(
        setting,
        value.filter(any -> !setting.form().isSecret()).map(SettingNow::withoutPassword),
        value.isPresent());
  }

  /** Whether it is other than where nobody says anything. */
  boolean isOther() {
    return setting.form().isSecret()
        ? isSet
        : !value.equals(usual().map(SettingNow::withoutPassword));
  }

  Optional<String> usual() {
    return setting.byDefault().filter(it -> !it.isBlank());
  }

  private static String withoutPassword(String address) {
    return PASSWORD.matcher(address).replaceAll("//…@");
  }
}
