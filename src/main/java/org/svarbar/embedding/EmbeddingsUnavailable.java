package org.svarbar.embedding;

/** No embedding now; trying later may help. The message holds nothing of the text. */
public final class EmbeddingsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddingsUnavailable(String message) {
    super(message);
  }

  EmbeddingsUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
