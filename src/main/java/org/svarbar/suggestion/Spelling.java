package org.svarbar.suggestion;

import java.util.Arrays;
import java.util.List;

/** How alike words of two vocabularies are spelt, by the groups of three letters they share. */
final class Spelling {

  private final long[][] first;
  private final long[][] second;

  Spelling(List<String> first, List<String> second) {
    this.first = first.stream().map(Spelling::groups).toArray(long[][]::new);
    this.second = second.stream().map(Spelling::groups).toArray(long[][]::new);
  }

  /** Dice's coefficient, 0 to 1, of words by their numbers; 1: spelt the same. */
  double likeness(int one, int other) {
    var a = first[one];
    var b = second[other];
    var shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      var order = Long.compare(a[i], b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return 2.0 * shared / (a.length + b.length);
  }

  /** In ascending order; a word's edges count as a letter each. */
  private static long[] groups(String word) {
    var edged = "^" + word + "^";
    var groups = new long[Math.max(1, edged.length() - 2)];
    for (var i = 0; i < groups.length; i++) {
      for (var letter : edged.substring(i, Math.min(edged.length(), i + 3)).toCharArray()) {
        groups[i] = groups[i] << 16 | letter;
      }
    }
    return Arrays.stream(groups).sorted().distinct().toArray();
  }
}
