package org.svarbar.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * An entry found in a file.
 *
 * @param place where, see {@link ImportReport.Refused}
 * @param form empty: there was none, for the reasons given
 */
record FoundForm(String place, Optional<EntryForm> form, List<Reason> reasons) {

  static FoundForm of(String place, EntryForm form) {
    return new FoundForm(place, Optional.of(form), form.reasons());
  }

  static FoundForm unusable(String place, Reason reason) {
    return new FoundForm(place, Optional.empty(), List.of(reason));
  }
}
