package org.svarbar.triage;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.svarbar.platform.Json;
import org.svarbar.triage.HardRule.Most;
import org.svarbar.triage.HardRule.When;

/**
 * The rules of one connection. Those about what is grave belong to every list, as they are; so does
 * the one about who answers an automatic answer, because that offers a person.
 *
 * @param rules in the order in which they are shown
 */
public record HardRules(List<HardRule> rules) {

  private static final int MOST_RULES = 200;

  /** What is wrong with rules that somebody wrote; says which. */
  public static final class UnreadableRules extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRules(String what) {
      super(what);
    }
  }

  public HardRules {
    var own = rules.stream().filter(rule -> !isFixed(rule)).toList();
    rules = Stream.concat(fixed().stream(), own.stream()).toList();
  }

  /** What holds where nobody has written anything else. */
  public static HardRules shipped() {
    var most = new EnumMap<SignalKind, Most>(SignalKind.class);
    for (var kind : SignalKind.values()) {
      most.put(kind, kind.isAutomatic() ? Most.PERSON : Most.SUGGEST);
    }
    most.put(SignalKind.COMPLAINT, Most.PERSON);
    most.put(SignalKind.ANGER, Most.PERSON);
    most.put(SignalKind.VULNERABLE, Most.PERSON);
    most.put(SignalKind.CANCELLATION, Most.PERSON);
    return new HardRules(
        most.entrySet().stream()
            .map(it -> new HardRule(it.getKey().word(), new When.Seen(it.getKey()), it.getValue()))
            .toList());
  }

  private static List<HardRule> fixed() {
    return Stream.of(SignalKind.values())
        .filter(SignalKind::isFixed)
        .map(kind -> new HardRule(kind.word(), new When.Seen(kind), Most.PERSON))
        .toList();
  }

  /** Whether it belongs to every list. */
  public static boolean isFixed(HardRule rule) {
    return rule.when() instanceof When.Seen seen && seen.kind().isFixed();
  }

  /** Those that concern the message. */
  List<HardRule> concerning(Incoming incoming, Signals signals) {
    return rules.stream().filter(rule -> rule.concerns(incoming, signals)).toList();
  }

  /**
   * Reads a JSON array of `{"name", "then": "person" | "suggest"}` with one of `signal`, `words`,
   * `group` and `sender`.
   *
   * @throws UnreadableRules when it is something else
   */
  public static HardRules read(String json) {
    var rules = new ArrayList<HardRule>();
    try {
      for (var value : Json.array(json)) {
        rules.add(rule(value.asJsonObject()));
      }
    } catch (UnreadableRules e) {
      throw e;
    } catch (Json.UnreadableJson | ClassCastException | IllegalArgumentException e) {
      throw new UnreadableRules("rule " + (rules.size() + 1) + ": " + e.getMessage());
    }
    if (rules.size() > MOST_RULES) {
      throw new UnreadableRules("more than " + MOST_RULES + " rules");
    }
    return new HardRules(rules);
  }

  private static HardRule rule(JsonObject json) {
    var then =
        switch (json.getString("then", "")) {
          case "person" -> Most.PERSON;
          case "suggest" -> Most.SUGGEST;
          default -> throw new IllegalArgumentException("then: is neither person nor suggest");
        };
    return new HardRule(json.getString("name", ""), when(json), then);
  }

  private static When when(JsonObject json) {
    if (json.containsKey("signal")) {
      var word = json.getString("signal");
      return new When.Seen(
          SignalKind.find(word)
              .orElseThrow(() -> new IllegalArgumentException("signal: there is no " + word)));
    }
    if (json.containsKey("words")) {
      return new When.Says(json.getString("words"));
    }
    if (json.containsKey("group")) {
      return new When.InGroup(json.getString("group"));
    }
    if (json.containsKey("sender")) {
      return new When.From(json.getString("sender"));
    }
    throw new IllegalArgumentException("there is none of signal, words, group and sender");
  }

  /** As {@link #read} takes it. */
  public String written() {
    var array = Json.createArrayBuilder();
    for (var rule : rules) {
      var when = written(rule.when());
      array.add(
          Json.createObjectBuilder()
              .add("name", rule.name())
              .add(when.getKey(), when.getValue())
              .add("then", rule.then().name().toLowerCase(Locale.ROOT)));
    }
    return array.build().toString();
  }

  private static Map.Entry<String, String> written(When when) {
    return switch (when) {
      case When.Seen seen -> Map.entry("signal", seen.kind().word());
      case When.Says says -> Map.entry("words", says.phrases());
      case When.InGroup in -> Map.entry("group", in.group());
      case When.From from -> Map.entry("sender", from.addressEnd());
    };
  }
}
