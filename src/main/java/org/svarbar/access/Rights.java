package org.svarbar.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Which roles may do what, as `WEB-INF/web.xml` says it to the server: so that pages offer only
 * what is allowed, from the one place where it is written.
 */
@ApplicationScoped
public class Rights {

  /** Pages that are good for nothing to who may not send what they ask for. */
  private static final Pattern FORM = Pattern.compile("/console/.*/(new|edit|import|judge)");

  private List<Constraint> constraints = List.of();

  /** For CDI. */
  Rights() {}

  @Inject
  Rights(ServletContext application) throws IOException {
    try (var file = application.getResourceAsStream("/WEB-INF/web.xml")) {
      constraints = constraints(file);
    }
  }

  private Rights(List<Constraint> constraints) {
    this.constraints = constraints;
  }

  /** As this deployment descriptor says. */
  static Rights of(InputStream webXml) {
    return new Rights(constraints(webXml));
  }

  /** What one element of the descriptor says about one pattern of addresses. */
  private record Constraint(
      String pattern, Set<String> methods, Set<String> omitted, boolean open, Set<String> roles) {

    boolean covers(String method) {
      return (methods.isEmpty() || methods.contains(method)) && !omitted.contains(method);
    }

    boolean fits(String path) {
      return pattern.endsWith("/*")
          ? (path + "/").startsWith(pattern.substring(0, pattern.length() - 1))
          : pattern.equals(path);
    }

    /** How well a pattern that fits does so: the server lets the best one alone decide. */
    int closeness() {
      return pattern.endsWith("/*") ? pattern.length() : Integer.MAX_VALUE;
    }
  }

  /**
   * Whether somebody may ask for this.
   *
   * @param method of HTTP, in capitals
   * @param path below the application, without query, such as `/console/knowledge`
   * @param roles those that somebody has
   */
  public boolean may(String method, String path, Predicate<String> roles) {
    return isOpen(method, path, roles)
        && (!FORM.matcher(path).matches() || isOpen("POST", path, roles));
  }

  private boolean isOpen(String method, String path, Predicate<String> roles) {
    var fitting = constraints.stream().filter(it -> it.fits(path)).toList();
    if (fitting.isEmpty()) {
      return true;
    }
    var deciding =
        fitting.stream().max(Comparator.comparingInt(Constraint::closeness)).get().pattern();
    var counting =
        fitting.stream().filter(it -> it.pattern().equals(deciding) && it.covers(method)).toList();
    return counting.isEmpty()
        || counting.stream().anyMatch(it -> it.open() || it.roles().stream().anyMatch(roles));
  }

  private static List<Constraint> constraints(InputStream webXml) {
    try {
      return Jsoup.parse(webXml, "UTF-8", "", Parser.xmlParser())
          .select("security-constraint")
          .stream()
          .flatMap(Rights::constraints)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Constraint> constraints(Element constraint) {
    return constraint.select("url-pattern").stream()
        .map(
            pattern ->
                new Constraint(
                    pattern.text(),
                    texts(constraint, "http-method"),
                    texts(constraint, "http-method-omission"),
                    constraint.select("auth-constraint").isEmpty(),
                    texts(constraint, "role-name")));
  }

  private static Set<String> texts(Element in, String name) {
    return Set.copyOf(in.select(name).eachText());
  }
}
