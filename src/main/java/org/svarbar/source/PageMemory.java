package org.svarbar.source;

import java.util.List;
import org.svarbar.platform.Json;

/**
 * What is remembered of a page.
 *
 * @param version of how pages are read: one of another version is read anew
 * @param links where it leads within the source
 */
public record PageMemory(int version, Validators validators, List<String> links) {

  static final int VERSION = 1;
  private static final int MOST_LINKS = 500;

  public PageMemory {
    links = links == null ? List.of() : List.copyOf(links);
  }

  static PageMemory of(Validators validators, List<String> links) {
    return new PageMemory(VERSION, validators, links.stream().limit(MOST_LINKS).toList());
  }

  /** Of its text; `NONE` if that is another version's. */
  static PageMemory read(String text) {
    var memory = Json.read(text, PageMemory.class);
    return memory.version() == VERSION ? memory : none();
  }

  static PageMemory none() {
    return new PageMemory(VERSION, Validators.NONE, List.of());
  }

  String text() {
    return Json.write(this);
  }
}
