package org.svarbar.redaction;

/** The sums by which numbers prove that they were written right. */
final class CheckDigits {

  private CheckDigits() {}

  /** Modulus 10 with every second digit doubled, the last one being the check digit. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** The remainder of the weighted sum of the first digits by 11. */
  static int remainder11(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum % 11;
  }
}
