package org.svarbar.testing;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of our Java, which google-java-format decides. `mvn -q -Pformat` starts this file alone,
 * without compiling anything else, so that code which does not compile yet can be formatted too.
 */
public final class Format {

  private static final Formatter FORMATTER = new Formatter();

  private Format() {}

  /** Rewrites what is not in form, below the folder of the project. */
  public static void main(String[] arguments) throws IOException {
    for (var file : outOfForm(Path.of(arguments[0])).entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
      System.out.println("formatted " + file.getKey());
    }
  }

  /** The files that are not in form, each with its text as it should be. */
  static Map<Path, String> outOfForm(Path project) throws IOException {
    var found = new TreeMap<Path, String>();
    for (var folder : List.of("src/main/java", "src/test/java")) {
      for (var file : sources(project.resolve(folder))) {
        var text = Files.readString(file);
        var right = formatted(file, text);
        if (!right.equals(text)) {
          found.put(file, right);
        }
      }
    }
    return found;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static String formatted(Path file, String text) {
    try {
      return FORMATTER.formatSourceAndFixImports(text);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " is not Java: " + e.getMessage(), e);
    }
  }
}
