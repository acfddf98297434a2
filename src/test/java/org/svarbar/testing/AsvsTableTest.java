package org.svarbar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables of attacks and of requirements name is there, and what they count is right. */
class AsvsTableTest {

  private static final Path TESTS = Path.of("src/test/java");
  private static final Path ASVS = Path.of("docs/asvs.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** `AClassTest.itsTest`, or `.itsTest` of the class before; `…` stands for the rest of a name. */
  private static final Pattern TEST =
      Pattern.compile("([A-Z]\\w*(?:Test|IT|Contract))?(?:\\.([a-z]\\w*)(…?))?");

  private static final Pattern HOLDER =
      Pattern.compile("[A-Z][a-z]\\w*|(?:[\\w-]+/)*[\\w-]+\\.(?:cli|jte|js|md|properties|xml)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([0-9.]+) \\| ([12]) \\| [^|]+ \\| ([^|]+) \\|$");

  @ParameterizedTest
  @ValueSource(strings = {"docs/attacks.md", "docs/asvs.md"})
  void namesTestsThatThereAre(String table) throws IOException {
    var classes = byName(TESTS);
    var missing = new ArrayList<String>();
    var named = 0;
    for (var line : Files.readAllLines(Path.of(table))) {
      var type = "";
      for (var quoted : quoted(line)) {
        var test = TEST.matcher(quoted);
        if (!test.matches()) {
          continue;
        }
        named++;
        type = test.group(1) == null ? type : test.group(1);
        if (!isThere(classes.get(type + ".java"), test.group(2), "…".equals(test.group(3)))) {
          missing.add(type + "." + test.group(2) + " in: " + line);
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(100);
  }

  @Test
  void namesWhatHoldsItByConstruction() throws IOException {
    var files = new HashSet<String>();
    for (var folder : List.of("src/main", "wildfly-config", "docs")) {
      byName(Path.of(folder))
          .values()
          .forEach(file -> files.addAll(Set.of(file.toString(), file.getFileName().toString())));
    }
    files.add("pom.xml");

    var missing =
        rows()
            .filter(row -> state(row.how()).equals("by construction"))
            .filter(row -> quoted(row.how()).stream().noneMatch(it -> isHeldBy(it, files)))
            .map(Row::number);
    var wrong =
        rows()
            .filter(row -> state(row.how()).equals("by construction"))
            .flatMap(row -> quoted(row.how()).stream())
            .filter(it -> HOLDER.matcher(it).matches() && !isHeldBy(it, files));

    assertThat(missing).as("without what holds it").isEmpty();
    assertThat(wrong).as("not there").isEmpty();
  }

  @Test
  void countsRight() throws IOException {
    var rows = rows().toList();
    var levels = counted(rows, Row::level);
    var states = counted(rows, row -> state(row.how()));

    assertThat(rows).extracting(Row::number).doesNotHaveDuplicates();
    assertThat(Files.readString(ASVS))
        .contains(
            "\n%d requirements, %d of level 1 and %d of level 2: %d shown by tests, %d by construction, %d do not apply, %d open.\n"
                .formatted(
                    rows.size(),
                    levels.get("1"),
                    levels.get("2"),
                    states.get("shown"),
                    states.get("by construction"),
                    states.get("does not apply"),
                    states.get("open")));
  }

  @Test
  void showsByTestsWhatIsShown() throws IOException {
    var without =
        rows()
            .filter(row -> state(row.how()).equals("shown"))
            .filter(
                row -> quoted(row.how()).stream().noneMatch(it -> it.matches("[A-Z]\\w+\\.\\w+")))
            .map(Row::number);

    assertThat(without).isEmpty();
  }

  private static String state(String how) {
    if (how.startsWith("*")) {
      return how.substring(1, how.indexOf('*', 1));
    }
    return how.startsWith("by construction:") ? "by construction" : "shown";
  }

  private static boolean isHeldBy(String quoted, Set<String> files) {
    return files.contains(quoted) || files.contains(quoted + ".java");
  }

  /** A class of tests and, where one is named, a test of its own. */
  private static boolean isThere(Path file, String test, boolean isCutOff) {
    return file != null
        && (test == null
            || testsOf(file)
                .anyMatch(name -> isCutOff ? name.startsWith(test) : name.equals(test)));
  }

  private static Stream<String> testsOf(Path file) {
    var name = TESTS.relativize(file).toString().replaceFirst("\\.java$", "").replace('/', '.');
    try {
      var type = Class.forName(name, false, AsvsTableTest.class.getClassLoader());
      return Stream.concat(
          names(Arrays.stream(type.getDeclaredMethods())),
          names(Arrays.stream(type.getDeclaredFields())));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T extends AnnotatedElement & Member> Stream<String> names(Stream<T> members) {
    return members
        .filter(
            it ->
                Arrays.stream(it.getAnnotations())
                    .anyMatch(of -> of.annotationType().getSimpleName().endsWith("Test")))
        .map(Member::getName);
  }

  private static Map<String, Path> byName(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(it -> it.getFileName().toString(), it -> it, (one, other) -> one));
    }
  }

  private static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static Map<String, Long> counted(List<Row> rows, Function<Row, String> by) {
    return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  private static Stream<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(ASVS))
        .results()
        .map(it -> new Row(it.group(1), it.group(2), it.group(3)));
  }

  private record Row(String number, String level, String how) {}
}
