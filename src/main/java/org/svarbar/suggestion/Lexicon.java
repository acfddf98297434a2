package org.svarbar.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which word of one language is which of another, as the organisation's own translated entries
 * teach. Immutable.
 */
final class Lexicon {

  /** Without any translated entry. */
  static final Lexicon EMPTY = new Lexicon(Map.of(), Set.of());

  private final Map<Direction, Translations> translations;
  private final Set<Direction> reached;

  /** From one language to another. */
  record Direction(Locale from, Locale to) {}

  /**
   * @param translations without any that are empty
   * @param reached where the language reached has entries that the other has not
   */
  Lexicon(Map<Direction, Translations> translations, Set<Direction> reached) {
    this.translations = Map.copyOf(translations);
    this.reached = Set.copyOf(reached);
  }

  /** Both ways between each two languages of which something was learned. */
  static Map<Direction, Translations> bothWays(Map<Direction, List<WordLink>> learned) {
    var all = new HashMap<Direction, Translations>();
    learned.forEach(
        (way, links) -> {
          if (!links.isEmpty()) {
            var back = links.stream().map(WordLink::reversed).toList();
            all.put(way, Translations.of(links));
            all.put(new Direction(way.to(), way.from()), Translations.of(back));
          }
        });
    return all;
  }

  /** Empty: nothing was learned, or there is nothing to be found that way. */
  Optional<Translations> leading(Locale from, Locale to) {
    var direction = new Direction(from, to);
    return reached.contains(direction) ? translations(from, to) : Optional.empty();
  }

  Optional<Translations> translations(Locale from, Locale to) {
    return Optional.ofNullable(translations.get(new Direction(from, to)));
  }

  /** Of how many words each direction knows translations. */
  Map<Direction, Integer> words() {
    var words = new HashMap<Direction, Integer>();
    translations.forEach((direction, known) -> words.put(direction, known.words()));
    return words;
  }
}
