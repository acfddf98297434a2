package org.svarbar.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form that is right in every part; tests change one. Immutable. */
record FormOfTest(Map<String, String> parts, List<String> questions) {

  FormOfTest() {
    this(
        Map.of(
            "key", "invoice-copy",
            "language", "sv",
            "visibility", "public",
            "answer", "Logga in och välj **Fakturor**."),
        List.of("Hur får jag en kopia på en faktura?"));
  }

  FormOfTest with(String part, String value) {
    var changed = new HashMap<>(parts);
    changed.put(part, value);
    return new FormOfTest(changed, questions);
  }

  FormOfTest withQuestions(List<String> others) {
    return new FormOfTest(parts, others);
  }

  EntryForm made() {
    return new EntryForm(
        parts.getOrDefault("key", ""),
        parts.getOrDefault("language", ""),
        parts.getOrDefault("visibility", ""),
        parts.getOrDefault("group", ""),
        questions,
        parts.getOrDefault("answer", ""),
        parts.getOrDefault("format", ""),
        parts.getOrDefault("url", ""),
        parts.getOrDefault("reviewOn", ""));
  }
}
