package org.svarbar.knowledge;

import java.util.List;
import java.util.Locale;

/**
 * What came of an import.
 *
 * @param unchanged entries that said the same already
 */
public record ImportReport(int added, int changed, int unchanged, List<Refused> refused) {

  public ImportReport {
    refused = List.copyOf(refused);
  }

  /**
   * Something that did not go in.
   *
   * @param place the row's number as a spreadsheet counts it, the object's place in the list
   *     counted from 1, or the file's name
   */
  public record Refused(String place, List<Reason> reasons) {

    public Refused {
      reasons = List.copyOf(reasons);
    }

    /** The reasons as sentences for people. */
    public List<String> texts(Locale language) {
      return reasons.stream().map(reason -> reason.text(language)).toList();
    }
  }
}
