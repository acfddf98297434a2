package org.svarbar.triage;

import java.util.Objects;

/**
 * What administrators set of triage for one connection.
 *
 * @param marking how a verdict is written to the ticket, besides the note
 * @param noteForPerson whether a note is written too when a rule asks for a person and nothing can
 *     be suggested
 */
public record TriagePolicy(HardRules rules, Marking marking, boolean noteForPerson) {

  /** Notes say what there is to say; a helpdesk's tags and fields are its administrators'. */
  public static final TriagePolicy SHIPPED =
      new TriagePolicy(HardRules.shipped(), new Marking.None(), false);

  public TriagePolicy {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(marking, "marking");
  }

  /** How a verdict is written to a ticket so that the helpdesk can filter by it. */
  public sealed interface Marking {

    record None() implements Marking {}

    /** With a tag: `svarbar-answerable`, `svarbar-suggest` or `svarbar-person`. */
    record Tag() implements Marking {}

    /**
     * In a custom field, which gets `answerable`, `suggest` or `person`.
     *
     * @param name as the helpdesk's API calls it, 1 to 100 characters
     */
    record Field(String name) implements Marking {
      public Field {
        if (name == null || name.isBlank() || name.length() > 100) {
          throw new IllegalArgumentException("a field's name has 1 to 100 characters");
        }
      }
    }
  }
}
