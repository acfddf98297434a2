package org.svarbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.annotation.Annotation;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No code that answers a GET leads, by whatever calls, to a place where rows are written: links and
 * pictures on strange pages can make a browser ask, with the cookies of whoever reads them.
 */
class GetChangesNothingTest {

  private static final Set<String> WRITING = Set.of("persist", "merge", "remove", "executeUpdate");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.svarbar");

  /** A log-in that was refused is written into the audit log, whoever shows the form again. */
  private static final Set<String> WRITING_OF_WHAT_WAS_ASKED = Set.of("LogInResource.get");

  @Test
  void writesNoRow() {
    var ways = ways(GET.class);

    ways.keySet().removeAll(WRITING_OF_WHAT_WAS_ASKED);
    assertThat(ways).isEmpty();
    assertThat(answering(GET.class)).hasSizeGreaterThan(60);
  }

  /** Else the other test would find nothing because it does not look. */
  @Test
  void findsTheWritesOfNearlyAllThatMayWrite() {
    assertThat(ways(POST.class)).hasSizeGreaterThan(answering(POST.class).size() * 3 / 4);
    assertThat(ways(DELETE.class)).hasSizeGreaterThan(answering(DELETE.class).size() * 3 / 4);
  }

  private static List<JavaMethod> answering(Class<? extends Annotation> http) {
    return OURS.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(http))
        .toList();
  }

  /** By resource and method, how those come to a write that do. */
  private static Map<String, String> ways(Class<? extends Annotation> http) {
    var ways = new TreeMap<String, String>();
    for (var method : answering(http)) {
      var way = wayToAWrite(method);
      if (!way.isEmpty()) {
        ways.put(method.getOwner().getSimpleName() + "." + method.getName(), way);
      }
    }
    return ways;
  }

  /** How it comes to a place that writes; empty: it comes to none. */
  private static String wayToAWrite(JavaCodeUnit start) {
    Map<JavaCodeUnit, String> ways = new HashMap<>(Map.of(start, start.getName()));
    var next = new ArrayDeque<>(Set.of(start));
    while (!next.isEmpty()) {
      var unit = next.poll();
      for (var access : unit.getAccessesFromSelf()) {
        if (isWrite(access)) {
          return ways.get(unit) + " → " + access.getTarget().getFullName();
        }
        targets(access)
            .filter(target -> !ways.containsKey(target))
            .forEach(
                target -> {
                  ways.put(
                      target,
                      ways.get(unit)
                          + " → "
                          + target.getOwner().getSimpleName()
                          + "."
                          + target.getName());
                  next.add(target);
                });
      }
    }
    return "";
  }

  private static boolean isWrite(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    if (access instanceof JavaFieldAccess field) {
      return field.getAccessType() == JavaFieldAccess.AccessType.SET
          && owner.isAnnotatedWith(Entity.class)
          && !access.getOrigin().isConstructor();
    }
    return WRITING.contains(access.getName())
        && Stream.of(EntityManager.class, Query.class, Statement.class)
            .anyMatch(owner::isAssignableTo);
  }

  /** What is called, and whatever may stand in its place. */
  private static Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    if (!owner.getPackageName().startsWith("org.svarbar") || access instanceof JavaFieldAccess) {
      return Stream.of();
    }
    return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
        .flatMap(type -> inherited(type, access));
  }

  private static Stream<JavaCodeUnit> inherited(JavaClass type, JavaAccess<?> access) {
    return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
        .flatMap(each -> each.getCodeUnits().stream())
        .filter(unit -> unit.getName().equals(access.getName()))
        .filter(
            unit ->
                access.getTarget() instanceof CodeUnitAccessTarget target
                    && unit.getRawParameterTypes().equals(target.getRawParameterTypes()));
  }
}
