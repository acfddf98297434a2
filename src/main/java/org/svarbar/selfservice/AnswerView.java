package org.svarbar.selfservice;

import jakarta.json.JsonObject;
import org.svarbar.knowledge.FaqEntry;
import org.svarbar.platform.Json;

/** A whole answer as it is sent. */
final class AnswerView {

  private AnswerView() {}

  static JsonObject json(FaqEntry entry) {
    return Json.createObjectBuilder()
        .add("id", entry.id())
        .add("title", entry.title())
        .add("language", entry.language().getLanguage())
        .add("url", entry.url().map(Object::toString).orElse(""))
        .add("body", AnswerTree.of(entry.html()))
        .build();
  }
}
