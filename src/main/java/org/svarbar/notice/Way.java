package org.svarbar.notice;

/** One way to tell operators. */
interface Way {

  /** As it stands in rows, such as `mail`. */
  String name();

  /**
   * Hands it over; sending the same again is harmless.
   *
   * @throws RuntimeException when it was not surely taken
   */
  void send(Told told);
}
