package org.svarbar.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.svarbar.knowledge.EntryHit;
import org.svarbar.knowledge.EntryHits;
import org.svarbar.knowledge.EntryIndex;
import org.svarbar.knowledge.EntryQuery;
import org.svarbar.knowledge.FaqEntries;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.text.Terms;

/** Finds the entries that ask the same as given ones, by the search index. */
@ApplicationScoped
class NearEntries {

  /** The words that a search is for; more would make it slow and no better. */
  private static final int MOST_WORDS = 40;

  private static final int MOST_LOOKED_AT = 6;

  @Inject EntryIndex index;
  @Inject FaqEntries entries;

  /** For each entry those of its language that ask the same, without itself and retired ones. */
  Map<Long, List<FaqEntry>> of(List<FaqEntry> asked) {
    if (asked.isEmpty()) {
      return Map.of();
    }
    var hits = index.find(asked.stream().map(NearEntries::query).toList(), MOST_LOOKED_AT);
    var known = entries.findAll(looked(hits));
    var near = new HashMap<Long, List<FaqEntry>>();
    for (var i = 0; i < asked.size(); i++) {
      near.put(asked.get(i).id(), near(asked.get(i), hits.get(i), known));
    }
    return near;
  }

  private static EntryQuery query(FaqEntry entry) {
    var words = new LinkedHashSet<String>();
    var pairs = new LinkedHashSet<String>();
    for (var question : entry.questions()) {
      var terms = Terms.of(question, entry.language());
      words.addAll(terms.keys());
      pairs.addAll(terms.pairs());
    }
    return new EntryQuery(
        entry.language(), first(words), first(pairs), List.of(), Optional.empty(), true);
  }

  private static List<String> first(Collection<String> terms) {
    return terms.stream().limit(MOST_WORDS).toList();
  }

  private static Set<Long> looked(List<EntryHits> hits) {
    var ids = new HashSet<Long>();
    hits.forEach(
        each -> each.hits().stream().limit(MOST_LOOKED_AT).map(EntryHit::id).forEach(ids::add));
    return ids;
  }

  private static List<FaqEntry> near(FaqEntry entry, EntryHits hits, Map<Long, FaqEntry> known) {
    var likeness = new QuestionLikeness(word -> rarity(word, hits));
    var near = new ArrayList<FaqEntry>();
    hits.hits().stream()
        .limit(MOST_LOOKED_AT)
        .map(hit -> Optional.ofNullable(known.get(hit.id())))
        .flatMap(Optional::stream)
        .filter(other -> other.id() != entry.id() && !other.isRetired())
        .filter(other -> likeness.of(entry, other) >= QuestionLikeness.SAME)
        .forEach(near::add);
    return near;
  }

  /** As BM25 counts it; never 0, so that a word that all entries hold counts a little too. */
  private static double rarity(String word, EntryHits hits) {
    var holding = Math.max(1, hits.frequencies().getOrDefault(word, 1L));
    return Math.log(1 + (Math.max(hits.entries(), holding) - holding + 0.5) / (holding + 0.5));
  }
}
