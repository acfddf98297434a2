package org.svarbar.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditedTablesTest {

  private static final Map<String, Set<String>> FIELDS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests()).importPackages("org.svarbar").stream()
              .filter(type -> type.isAnnotatedWith(Entity.class))
              .collect(
                  Collectors.toMap(
                      type -> type.getAnnotationOfType(Table.class).name(),
                      AuditedTablesTest::names));

  private static Set<String> names(JavaClass type) {
    return type.getAllFields().stream().map(JavaField::getName).collect(Collectors.toSet());
  }

  @Test
  void namesFieldsThatThereAre() {
    AuditedTables.SHOWN.forEach(
        (table, fields) ->
            assertThat(FIELDS.getOrDefault(table, Set.of())).as(table).containsAll(fields));
  }

  @Test
  void showsNeitherSecretsNorTexts() {
    var shown =
        AuditedTables.SHOWN.values().stream().flatMap(java.util.List::stream).distinct().toList();

    assertThat(shown)
        .noneMatch(
            it ->
                it.matches(
                    "(?i).*(sealed|secret|credential|digest|salt|token|answer|question|text|reply"
                        + "|signature|account|mail|phone).*"));
  }

  @Test
  void saysWhatWasAndWhatIs() {
    var fields = new String[] {"id", "mode", "credentialSealed", "changedAt"};
    var before = new Object[] {"rt", "NOTE", "abc", "1"};
    var after = new Object[] {"rt", "DRAFT", "def", "2"};

    assertThat(AuditedTables.line("connections", fields, Optional.of(before), Optional.of(after)))
        .contains("changed: mode NOTE → DRAFT; credentialSealed ***");
    assertThat(AuditedTables.line("connections", fields, Optional.empty(), Optional.of(after)))
        .contains("new: id rt; mode DRAFT; credentialSealed ***");
    assertThat(AuditedTables.line("connections", fields, Optional.of(before), Optional.of(before)))
        .isEmpty();
    assertThat(AuditedTables.line("deliveries", fields, Optional.of(before), Optional.of(after)))
        .isEmpty();
  }
}
