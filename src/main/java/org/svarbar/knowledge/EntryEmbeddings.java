package org.svarbar.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.svarbar.embedding.Embedding;
import org.svarbar.embedding.Embeddings.Model;

/** The entries' embeddings, those of the latest model. */
@ApplicationScoped
@Transactional
public class EntryEmbeddings {

  private static final String BEHIND =
      " from StoredEntry e where e.retiredAt is null and not exists (select v.entryId from"
          + " EntryVectors v where v.entryId = e.id and v.revision = e.revision and v.model ="
          + " :model)";

  @PersistenceContext EntityManager entityManager;
  @Inject FaqEntries entries;

  /** Entries that have none by this model as they are now, in the order of their ids. */
  List<FaqEntry> behind(Model model, long after, int most) {
    var ids =
        entityManager
            .createQuery("select e.id" + BEHIND + " and e.id > :after order by e.id", Long.class)
            .setParameter("model", model.mark())
            .setParameter("after", after)
            .setMaxResults(most)
            .getResultList();
    return entries.findAll(ids).values().stream()
        .sorted(Comparator.comparingLong(FaqEntry::id))
        .toList();
  }

  long countBehind(Model model) {
    return entityManager
        .createQuery("select count(e)" + BEHIND, Long.class)
        .setParameter("model", model.mark())
        .getSingleResult();
  }

  /**
   * @param embeddings of the entry's questions, then of its text; empty: the model has none for it
   */
  void save(FaqEntry entry, Model model, List<Embedding> embeddings) {
    // one node after the other, so that no two make the row
    var stored = entityManager.find(StoredEntry.class, entry.id(), LockModeType.PESSIMISTIC_WRITE);
    if (stored == null) {
      return;
    }
    var vectors = entityManager.find(EntryVectors.class, entry.id());
    var written = vectors == null ? new EntryVectors(entry.id()) : vectors;
    written.write(entry.revision(), model.mark(), embeddings);
    if (vectors == null) {
      entityManager.persist(written);
    }
  }

  /**
   * How near each entry is to a question, −1 to 1: the nearest of its own questions and its text
   * counts.
   *
   * @return by the entries' ids; those that have no embeddings by this model are left out
   */
  public Map<Long, Double> similarities(Embedding question, Collection<Long> ids, Model model) {
    var similarities = new HashMap<Long, Double>();
    if (!ids.isEmpty()) {
      for (var found : rows(ids, model, question.dimensions())) {
        var vectors = Embedding.unpack((byte[]) found[2], (Integer) found[1]);
        vectors.stream()
            .mapToDouble(question::similarity)
            .max()
            .ifPresent(nearest -> similarities.put((Long) found[0], nearest));
      }
    }
    return similarities;
  }

  private List<Object[]> rows(Collection<Long> ids, Model model, int dimensions) {
    return entityManager
        .createQuery(
            "select v.entryId, v.dimensions, v.vectors from EntryVectors v"
                + " where v.entryId in :ids and v.model = :model and v.dimensions ="
                + " :dimensions",
            Object[].class)
        .setParameter("ids", ids)
        .setParameter("model", model.mark())
        .setParameter("dimensions", dimensions)
        .getResultList();
  }
}
