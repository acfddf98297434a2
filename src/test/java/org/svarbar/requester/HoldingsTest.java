package org.svarbar.requester;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every table is either one that a room erases rows about requesters from, or known to hold none.
 */
class HoldingsTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path PRIVACY = Path.of("docs/privacy.md");
  private static final Pattern CREATED = Pattern.compile("(?m)^create table (\\w+)");

  /** What holds nothing about requesters, and why. */
  private static final Map<String, String> NONE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("brand_parts", "set by administrators"),
              Map.entry("calibrations", "numbers fitted on many outcomes"),
              Map.entry("connections", "set by administrators"),
              Map.entry("console_users", "those who work with Svarbar"),
              Map.entry("digest_keys", "a key"),
              Map.entry("entry_embeddings", "numbers of entries"),
              Map.entry("faq_entries", "the organisation's own texts"),
              Map.entry("faq_questions", "the organisation's own texts"),
              Map.entry("group_policies", "set by administrators"),
              Map.entry("handover_rules", "set by administrators"),
              Map.entry("help_figures", "counts by day"),
              Map.entry("help_sites", "set by administrators"),
              Map.entry("knowledge_examination", "a lock"),
              Map.entry("knowledge_examined", "when entries were looked at"),
              Map.entry("knowledge_findings", "about entries"),
              Map.entry("knowledge_index", "a lock"),
              Map.entry("master_switch", "set by administrators"),
              Map.entry("notices", "counts by connection"),
              Map.entry("polls", "how far helpdesks were asked"),
              Map.entry("promises", "counts"),
              Map.entry("replays", "what administrators ordered"),
              Map.entry("source_entries", "about entries"),
              Map.entry("source_items", "addresses of pages and files"),
              Map.entry("sources", "set by administrators"),
              Map.entry("triage_policies", "set by administrators")));

  @Test
  void nameEveryTableThatIsNotKnownToHoldNothing() throws Exception {
    var named = new TreeSet<>(held());
    assertThat(named).doesNotContainAnyElementsOf(NONE.keySet());

    named.addAll(NONE.keySet());

    assertThat(named)
        .as("tables of holdings, and those that hold nothing about requesters")
        .isEqualTo(tables());
  }

  @Test
  void standInTheRecordsOfProcessing() throws Exception {
    var rows =
        Pattern.compile("(?m)^\\| `(\\w+(?:`, `\\w+)*)` \\|")
            .matcher(Files.readString(PRIVACY))
            .results()
            .flatMap(it -> Set.of(it.group(1).split("`, `")).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    var expected = new TreeSet<>(held());
    expected.add("console_users");
    assertThat(rows).isEqualTo(expected);
  }

  /** So that the operator's commands take away the bytes of all of them, too. */
  @Test
  void areTidiedUpAfterAnErasure() throws Exception {
    var commands = Files.readString(Path.of("wildfly-config/after-erasure-postgresql.sql"));

    assertThat(held()).allMatch(it -> commands.contains("VACUUM (FULL, ANALYZE) " + it + ";"));
  }

  private static Set<String> tables() throws IOException {
    try (var files = Files.list(MIGRATIONS)) {
      var all = new TreeSet<String>();
      for (var file : files.toList()) {
        CREATED.matcher(Files.readString(file)).results().forEach(it -> all.add(it.group(1)));
      }
      return all;
    }
  }

  /** What the rooms say themselves. */
  private static Set<String> held() throws Exception {
    var all = new TreeSet<String>();
    for (var type : holdings()) {
      var constructor = type.reflect().getDeclaredConstructor();
      constructor.setAccessible(true);
      all.addAll(((Holding) constructor.newInstance()).tables());
    }
    return all;
  }

  private static Set<JavaClass> holdings() {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("org.svarbar").stream()
            .filter(type -> type.isAssignableTo(Holding.class) && !type.isInterface())
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .collect(Collectors.toSet());
  }
}
