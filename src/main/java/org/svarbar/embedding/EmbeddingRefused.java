package org.svarbar.embedding;

/** The model does not take this text; it may take others. The message holds nothing of the text. */
public final class EmbeddingRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddingRefused(String message) {
    super(message);
  }
}
