package org.svarbar.redaction;

import java.util.List;

/**
 * Where in a text a number may begin.
 *
 * @param groups the digits from there on, as {@link DigitGroups} reads them
 */
record Place(Legible text, int start, List<DigitGroups.Prefix> groups) {

  static Place of(Legible text, int start) {
    return new Place(text, start, DigitGroups.at(text, start));
  }
}
