package org.svarbar.suggestion;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry's answer as it stands in the knowledge.
 *
 * @param source the list or system that the entry came from
 * @param key what its source calls it, in whatever language
 * @param text without any mark-up
 * @param url where it can be read, internal ones too
 */
public record Answer(
    long entryId,
    String source,
    String key,
    Locale language,
    String title,
    String text,
    Optional<URI> url) {

  public Answer {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(url, "url");
  }

  /** Whether it is the same entry, in this or another language. */
  public boolean isSameAs(Answer other) {
    return source.equals(other.source) && key.equals(other.key);
  }
}
