package org.svarbar.testing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be asked for over HTTP: every method of every resource as it was compiled, so that none
 * can be forgotten. That only resources speak HTTP is what `ArchitectureTest` sees to.
 */
public final class Routes {

  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** What would change something for other tests, whoever may ask and whatever they send. */
  public static final Set<String> DISTURBING =
      Set.of(
          "PastQuestionsResource.forget",
          "KnowledgeResource.rebuild",
          "IndexResource.rebuild",
          "DeadLettersResource.replayAll",
          "HelpSessionsResource.purge",
          "KnowledgeReportResource.examine",
          "PoliciesResource.turn");

  private Routes() {}

  /**
   * One way to ask.
   *
   * @param template the path below the application, with parameters such as `{id: [0-9]+}`
   * @param java the method that answers
   */
  public record Route(String method, String template, Method java) {

    public boolean isChanging() {
      return !SAFE.contains(method);
    }

    /** Whether the path names one of many things. */
    public boolean isOfOne() {
      return template.contains("{");
    }

    /** Whether it takes any kind of body. */
    public boolean takesAnything() {
      return !java.isAnnotationPresent(Consumes.class)
          && !java.getDeclaringClass().isAnnotationPresent(Consumes.class);
    }

    /** The path with parameters that name nothing there is. */
    public String pathToNothing() {
      var path = new StringBuilder();
      for (var at = 0; at < template.length(); at++) {
        if (template.charAt(at) == '{') {
          var end = end(at);
          path.append(sample(template.substring(at + 1, end)));
          at = end;
        } else {
          path.append(template.charAt(at));
        }
      }
      return path.toString();
    }

    private int end(int open) {
      var depth = 0;
      for (var at = open; ; at++) {
        depth += template.charAt(at) == '{' ? 1 : template.charAt(at) == '}' ? -1 : 0;
        if (depth == 0) {
          return at;
        }
      }
    }

    private static String sample(String parameter) {
      return parameter.contains("[0-9]") && !parameter.contains("a-z")
          ? "999999999999999999"
          : "no-such-thing";
    }

    /** The resource and its method, such as `SitesResource.remove`. */
    public String name() {
      return java.getDeclaringClass().getSimpleName() + "." + java.getName();
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  /** All of them, by path. */
  public static List<Route> all() {
    try (var files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.matches(".*\\w+Resource\\.class"))
          .sorted()
          .flatMap(file -> of(type(file.replaceFirst("\\.class$", "").replace('/', '.'))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, Routes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Route> of(Class<?> resource) {
    var base = resource.getAnnotation(Path.class);
    if (base == null) {
      return Stream.of();
    }
    var routes = new ArrayList<Route>();
    for (var method : resource.getDeclaredMethods()) {
      Arrays.stream(method.getAnnotations())
          .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
          .filter(it -> it != null)
          .forEach(it -> routes.add(new Route(it.value(), path(base, method), method)));
    }
    return routes.stream();
  }

  private static String path(Path base, Method method) {
    var part = method.getAnnotation(Path.class);
    var all = base.value() + (part == null ? "" : "/" + part.value());
    return all.replaceFirst("^/+", "").replaceAll("/{2,}", "/");
  }
}
