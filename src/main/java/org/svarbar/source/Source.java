package org.svarbar.source;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.svarbar.knowledge.EntryImport;
import org.svarbar.knowledge.Visibility;
import org.svarbar.ticket.ConnectionId;

/**
 * Where entries come from, as an administrator set it up.
 *
 * @param name the source that its entries have; 1 to 60 letters, digits, dots, hyphens, underscores
 * @param kind see {@link SourceReader#kind()}
 * @param address of the web site, file or folder; empty where the connection says it
 * @param connection the helpdesk that it belongs to
 * @param language of what does not say its own
 * @param visibility of what does not say its own; `INTERNAL` makes everything internal
 * @param group of what does not say its own
 * @param every how long from the end of a run to the next, from {@link #SHORTEST} to {@link
 *     #LONGEST}
 * @param enabled whether it is read by itself
 */
public record Source(
    String name,
    String kind,
    String address,
    Optional<ConnectionId> connection,
    Locale language,
    Visibility visibility,
    Optional<String> group,
    Duration every,
    boolean enabled) {

  public static final Duration SHORTEST = Duration.ofSeconds(10);
  public static final Duration LONGEST = Duration.ofDays(30);
  public static final Duration USUAL = Duration.ofMinutes(10);
  static final int LONGEST_ADDRESS = 2000;
  static final int LONGEST_GROUP = 200;

  public Source {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(visibility, "visibility");
    Objects.requireNonNull(group, "group");
    if (!EntryImport.isSourceName(name) || address.length() > LONGEST_ADDRESS) {
      throw new IllegalArgumentException("a source cannot have such a name or address");
    }
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a source is not read every " + every);
    }
  }
}
