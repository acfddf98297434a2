package org.svarbar.embedding;

import java.util.List;
import java.util.Optional;

/** Embeddings that are being made while their asker does something else. */
@FunctionalInterface
public interface PendingEmbeddings {

  /** Where there is no model, or none that answers. */
  PendingEmbeddings NONE = Optional::empty;

  /**
   * Waits for them, as long as the operator allows from the time they were asked for.
   *
   * @return one for each text, in their order; empty: go on without
   */
  Optional<List<Embedding>> await();
}
