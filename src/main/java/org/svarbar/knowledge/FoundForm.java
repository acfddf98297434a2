package org.svarbar.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * An entry found in a file or elsewhere.
 *
 * @param place where, see {@link ImportReport.Refused}
 * @param form empty: there was none, for the reasons given
 */
public record FoundForm(String place, Optional<EntryForm> form, List<Reason> reasons) {

  public FoundForm {
    reasons = List.copyOf(reasons);
  }

  /** One that was found, with what is wrong with it. */
  public static FoundForm of(String place, EntryForm form) {
    return new FoundForm(place, Optional.of(form), form.reasons());
  }

  /** Something at that place that cannot be an entry. */
  public static FoundForm unusable(String place, Reason reason) {
    return new FoundForm(place, Optional.empty(), List.of(reason));
  }
}
