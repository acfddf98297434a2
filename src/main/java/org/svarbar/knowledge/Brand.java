package org.svarbar.knowledge;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name under which an organisation meets customers, with what belongs to it. Who asks under one
 * brand is not answered from what belongs to another; what belongs to none is for all.
 *
 * @param name 1 to 100 characters
 * @param sources whose entries are its own, at least one
 * @param connections ids of helpdesks whose tickets come under this name
 * @param sites ids of self-service sites under this name
 */
public record Brand(String name, Set<String> sources, Set<String> connections, Set<String> sites) {

  public static final int LONGEST_NAME = 100;
  static final int LONGEST_PART = 200;

  /**
   * @throws IllegalArgumentException when it is not as above; the message is for people
   */
  public Brand {
    name = name.strip();
    sources = sorted(sources);
    connections = sorted(connections);
    sites = sorted(sites);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("name: is not 1 to " + LONGEST_NAME + " characters long");
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources: a brand has at least one");
    }
    if (Stream.of(sources, connections, sites)
        .flatMap(Set::stream)
        .anyMatch(part -> part.isBlank() || part.length() > LONGEST_PART)) {
      throw new IllegalArgumentException("a part of it has no name, or one that is too long");
    }
  }

  private static Set<String> sorted(Set<String> parts) {
    return Collections.unmodifiableSet(new TreeSet<>(parts));
  }

  /** What can belong to a brand. */
  public enum Kind {
    SOURCE,
    CONNECTION,
    SITE
  }

  static Brand of(String name, Map<Kind, Set<String>> parts) {
    return new Brand(
        name,
        parts.getOrDefault(Kind.SOURCE, Set.of()),
        parts.getOrDefault(Kind.CONNECTION, Set.of()),
        parts.getOrDefault(Kind.SITE, Set.of()));
  }

  Map<Kind, Set<String>> parts() {
    return Map.of(Kind.SOURCE, sources, Kind.CONNECTION, connections, Kind.SITE, sites);
  }

  /** Those of `parts` by what they are. */
  static Map<Kind, Set<String>> byKind(Stream<BrandPart> parts) {
    return parts.collect(
        Collectors.groupingBy(
            BrandPart::kind, Collectors.mapping(part -> part.part, Collectors.toSet())));
  }
}
