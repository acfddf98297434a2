package org.svarbar.embedding;

import java.util.List;

/** Turns texts into vectors. Thread-safe. */
interface EmbeddingModel extends AutoCloseable {

  /** What people call it. */
  String name();

  /** Another one for a model that gives other vectors. */
  String mark();

  /**
   * One for each text, in their order.
   *
   * @param texts with their prefixes, not blank
   * @throws EmbeddingsUnavailable when there are none now
   */
  List<Embedding> embed(List<String> texts);

  @Override
  void close();
}
