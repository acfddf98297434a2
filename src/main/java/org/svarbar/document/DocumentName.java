package org.svarbar.document;

import java.util.Locale;
import org.svarbar.platform.Sha256;

/**
 * A document's place.
 *
 * @param path within the folder, with slashes
 */
record DocumentName(String path) {

  private static final int LONGEST_PATH = 110;
  private static final int LONGEST_HEADING = 70;

  /** The file's name as words: without its ending. */
  String words() {
    var file = path.substring(path.lastIndexOf('/') + 1);
    var dot = file.lastIndexOf('.');
    return (dot > 0 ? file.substring(0, dot) : file).replaceAll("[-_\\s]+", " ").strip();
  }

  /** What the name ends with, in small letters and without the dot; empty: nothing. */
  String ending() {
    var file = path.substring(path.lastIndexOf('/') + 1);
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** The key of the entry below a heading; empty: of what stands before the first. */
  String key(String heading) {
    var slug = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    var trimmed = slug.replaceAll("^-|-$", "");
    return shortened(path, LONGEST_PATH) + "#" + shortened(trimmed, LONGEST_HEADING);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest - 13) + "~" + Sha256.hex(text).substring(0, 12);
  }
}
