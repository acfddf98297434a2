package org.svarbar.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.svarbar.embedding.Embedding;

/** An entry's vectors, as they are stored: those of its questions, then that of its text. */
@Entity
@Table(name = "entry_embeddings")
class EntryVectors {

  @Id
  @Column(name = "entry_id")
  Long entryId;

  @Column(nullable = false)
  long revision;

  @Column(nullable = false, length = 16)
  String model;

  @Column(nullable = false)
  int dimensions;

  @Column(nullable = false)
  byte[] vectors;

  /** For JPA. */
  protected EntryVectors() {}

  EntryVectors(long entryId) {
    this.entryId = entryId;
  }

  /**
   * @param embeddings empty: the model has none for it
   */
  void write(long revision, String model, List<Embedding> embeddings) {
    this.revision = revision;
    this.model = model;
    dimensions = embeddings.isEmpty() ? 0 : embeddings.getFirst().dimensions();
    vectors = Embedding.pack(embeddings);
  }
}
