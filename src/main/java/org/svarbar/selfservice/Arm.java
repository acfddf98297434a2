package org.svarbar.selfservice;

import org.svarbar.platform.Sha256;

/** On which side of the comparison of customers with and without answers a session is. */
enum Arm {
  /** not compared: answers may have been seen before it began, or the site compares nothing */
  NONE,
  /** sees answers */
  SHOWN,
  /** sees none */
  HELD;

  private static final int HEX = 16;
  private static final int DIGITS = 8;
  private static final double ALL = 1L << 32;
  private static final double PERCENT = 100;

  /**
   * The same session is always on the same side, on every server.
   *
   * @param percent how many of a hundred sessions see no answers, 0 to 50; 0: none is compared
   */
  static Arm of(String token, int percent) {
    if (percent == 0) {
      return NONE;
    }
    var drawn = Long.parseLong(Sha256.hex("hold-out\n" + token).substring(0, DIGITS), HEX) / ALL;
    return drawn < percent / PERCENT ? HELD : SHOWN;
  }
}
