package org.svarbar.text;

import java.util.Objects;

/**
 * One word of a text.
 *
 * @param original as it was written
 * @param folded in lower case, with one letter for those that Nordic languages write differently,
 *     and without what joins its parts
 * @param key what makes it comparable with other spellings and inflections; never empty
 * @param stop whether it is so frequent in its language that it says nothing about what a text is
 *     about
 */
public record Word(String original, String folded, String key, boolean stop) {

  public Word {
    Objects.requireNonNull(original, "original");
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a word without a key");
    }
  }
}
