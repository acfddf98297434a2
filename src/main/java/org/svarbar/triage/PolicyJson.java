package org.svarbar.triage;

import org.svarbar.platform.Json;
import org.svarbar.triage.HardRules.UnreadableRules;
import org.svarbar.triage.TriagePolicy.Marking;

/** Policies as JSON. What is left out of one is as it is shipped. */
final class PolicyJson {

  private PolicyJson() {}

  static String write(TriagePolicy policy) {
    var json =
        Json.createObjectBuilder()
            .add("rules", Json.array(policy.rules().written()))
            .add("noteForPerson", policy.noteForPerson());
    switch (policy.marking()) {
      case Marking.None none -> json.add("marking", "none");
      case Marking.Tag tag -> json.add("marking", "tag");
      case Marking.Field field -> json.add("marking", "field").add("field", field.name());
    }
    return json.build().toString();
  }

  /**
   * @throws UnreadableRules when rules are not as they should be
   * @throws IllegalArgumentException when something else is not
   */
  static TriagePolicy read(String text) {
    var json = Json.object(text);
    var rules =
        json.containsKey("rules")
            ? HardRules.read(json.get("rules").toString())
            : HardRules.shipped();
    if (rules.written().length() > PolicyRow.LONGEST_RULES) {
      throw new IllegalArgumentException("rules: longer than " + PolicyRow.LONGEST_RULES);
    }
    var marking =
        switch (json.getString("marking", "none")) {
          case "none" -> new Marking.None();
          case "tag" -> new Marking.Tag();
          case "field" -> new Marking.Field(json.getString("field", ""));
          default -> throw new IllegalArgumentException("marking: is none of none, tag, field");
        };
    return new TriagePolicy(rules, marking, json.getBoolean("noteForPerson", false));
  }
}
