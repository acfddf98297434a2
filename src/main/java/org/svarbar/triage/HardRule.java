package org.svarbar.triage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.svarbar.triage.Told.Span;

/**
 * A rule that no probability outweighs.
 *
 * @param name what administrators call it, 1 to 60 characters
 * @param then how far a message that it concerns may go at most
 */
public record HardRule(String name, When when, Most then) {

  public HardRule {
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(then, "then");
    if (name == null || name.isBlank() || name.length() > 60) {
      throw new IllegalArgumentException("a rule's name has 1 to 60 characters");
    }
  }

  /** The most that may come of a message. */
  public enum Most {
    /** a person, and nothing else */
    PERSON,
    /** a suggestion to an agent */
    SUGGEST
  }

  /** What a rule looks at. */
  public sealed interface When {

    /** This was seen in the message. */
    record Seen(SignalKind kind) implements When {}

    /**
     * The message or its subject has these words.
     *
     * @param phrases separated by commas; as word lists are written, but without inflections
     */
    record Says(String phrases) implements When {
      public Says {
        if (PhraseBook.phrases(phrases, Locale.ROOT).isEmpty()) {
          throw new IllegalArgumentException("a rule about words has words");
        }
      }
    }

    /** The ticket lies in this group. */
    record InGroup(String group) implements When {}

    /** The address of the sender ends so, such as `@example.org`. */
    record From(String addressEnd) implements When {
      public From {
        if (addressEnd.isBlank()) {
          throw new IllegalArgumentException("a rule about senders has an address");
        }
      }
    }
  }

  boolean concerns(Incoming incoming, Signals signals) {
    return switch (when) {
      case When.Seen seen -> signals.has(seen.kind());
      case When.Says says -> !spans(says, incoming).isEmpty();
      case When.InGroup in -> incoming.group().filter(in.group()::equalsIgnoreCase).isPresent();
      case When.From from ->
          incoming
              .address()
              .toLowerCase(Locale.ROOT)
              .endsWith(from.addressEnd().strip().toLowerCase(Locale.ROOT));
    };
  }

  private static List<Span> spans(When.Says says, Incoming incoming) {
    var phrases = PhraseBook.phrases(says.phrases(), Locale.ROOT);
    var text = incoming.subject() + "\n\n" + incoming.text();
    return Told.sentences(text, Locale.ROOT).stream()
        .flatMap(sentence -> sentence.find(phrases).stream())
        .toList();
  }
}
