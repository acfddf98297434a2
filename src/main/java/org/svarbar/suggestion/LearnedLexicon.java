package org.svarbar.suggestion;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svarbar.knowledge.EntryVersions;
import org.svarbar.knowledge.EntryVersions.Pair;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.platform.Languages;
import org.svarbar.suggestion.Learning.Learned;
import org.svarbar.suggestion.Lexicon.Direction;

/** What the organisation's own translated entries teach, learned anew when entries change. */
@ApplicationScoped
class LearnedLexicon {

  /** Of each pair of languages; more teach little and take long. */
  private static final int MOST_ENTRIES = 3000;

  private static final int BATCH = 100;

  @Inject EntryVersions versions;
  @Inject FaqEntries entries;
  @Resource ManagedThreadFactory threads;

  private final Learning<EntryVersions.Mark, Lexicon> learning =
      new Learning<>(
          "lexicon",
          () -> versions.mark(),
          this::learn,
          new Learned<>(EntryVersions.Mark.NONE, Lexicon.EMPTY));

  Learned<EntryVersions.Mark, Lexicon> now() {
    return learning.now();
  }

  /** Whether it was learned from the entries as they are now. */
  boolean isUpToDate() {
    return learning.isUpTo(versions.mark());
  }

  void start(@Observes Startup started) {
    learning.start(threads);
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    learning.stop();
  }

  private Lexicon learn() {
    var learned = new HashMap<Direction, List<WordLink>>();
    for (var i = 0; i < Languages.ALL.size(); i++) {
      for (var other : Languages.ALL.subList(i + 1, Languages.ALL.size())) {
        learned.put(new Direction(Languages.ALL.get(i), other), links(Languages.ALL.get(i), other));
      }
    }
    var translations = Lexicon.bothWays(learned);
    var reached =
        translations.keySet().stream()
            .filter(way -> versions.hasMore(way.to(), way.from()))
            .collect(Collectors.toSet());
    return new Lexicon(translations, reached);
  }

  private List<WordLink> links(Locale from, Locale to) {
    var bitext = new Bitext();
    var pairs = versions.translated(from, to, MOST_ENTRIES);
    for (var i = 0; i < pairs.size(); i += BATCH) {
      add(pairs.subList(i, Math.min(i + BATCH, pairs.size())), bitext);
    }
    return WordLinks.learn(bitext);
  }

  private void add(List<Pair> pairs, Bitext bitext) {
    var ids = pairs.stream().flatMap(pair -> Stream.of(pair.first(), pair.second())).toList();
    var known = entries.findAll(ids);
    for (var pair : pairs) {
      var first = Optional.ofNullable(known.get(pair.first()));
      var second = Optional.ofNullable(known.get(pair.second()));
      first.ifPresent(one -> second.ifPresent(other -> bitext.add(one, other)));
    }
  }
}
