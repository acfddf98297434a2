package org.svarbar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Predicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVPrinter;

/** The arrows between the rooms, the fences around third parties, and names that say nothing. */
@AnalyzeClasses(packages = "org.svarbar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "org.svarbar";
  private static final String CHILD = ROOT + ".document.child";
  private static final String ONNX = ROOT.replace(".", "\\.") + "\\.embedding\\.OnnxModel";
  private static final String NETWORK_OFF = CHILD + ".NetworkOff";

  /** Each room and the rooms that it may import, besides `platform`, which imports none. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          Map.entry("platform", Set.of()),
          Map.entry("ticket", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("redaction", Set.of()),
          Map.entry("requester", Set.of("ticket")),
          Map.entry("access", Set.of("requester", "ticket")),
          Map.entry("embedding", Set.of()),
          Map.entry("knowledge", Set.of("embedding", "text", "redaction")),
          Map.entry(
              "suggestion", Set.of("requester", "embedding", "knowledge", "text", "redaction")),
          Map.entry("triage", Set.of("requester", "suggestion", "ticket", "text")),
          Map.entry("helpdesk", Set.of("ticket", "knowledge", "redaction")),
          Map.entry("outbox", Set.of("requester", "helpdesk", "ticket")),
          Map.entry(
              "selfservice",
              Set.of(
                  "requester",
                  "suggestion",
                  "knowledge",
                  "ticket",
                  "text",
                  "redaction",
                  "helpdesk",
                  "outbox")),
          Map.entry(
              "assist",
              Set.of(
                  "requester",
                  "triage",
                  "suggestion",
                  "selfservice",
                  "outbox",
                  "ticket",
                  "helpdesk",
                  "access")),
          Map.entry(
              "replay",
              Set.of(
                  "requester",
                  "assist",
                  "triage",
                  "suggestion",
                  "knowledge",
                  "helpdesk",
                  "ticket",
                  "redaction")),
          Map.entry("intake", Set.of("requester", "assist", "outbox", "helpdesk", "ticket")),
          Map.entry(
              "panel",
              Set.of(
                  "requester",
                  "assist",
                  "suggestion",
                  "triage",
                  "selfservice",
                  "ticket",
                  "knowledge",
                  "source",
                  "helpdesk",
                  "outbox",
                  "text",
                  "redaction",
                  "access")),
          Map.entry("document", Set.of("knowledge", "source", "text")),
          Map.entry(
              "source",
              Set.of("requester", "knowledge", "helpdesk", "ticket", "text", "redaction")),
          Map.entry("notice", Set.of("intake", "outbox", "triage", "helpdesk", "ticket")),
          Map.entry(
              "support", Set.of("intake", "outbox", "notice", "knowledge", "helpdesk", "ticket")),
          Map.entry("insight", allBut("panel", "admin", "insight", "support")),
          Map.entry("admin", allBut("admin")));

  @ArchTest
  static final ArchRule importsOnlyTheRoomsItMay =
      classes()
          .should(
              dependOnlyOn(
                  "rooms that theirs may import",
                  (from, to) -> mayImport(room(from), room(to)) || !isOurs(to)));

  @ArchTest
  static final ArchRule hasNoCyclesBetweenRooms =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule importsNoVendor =
      classes()
          .should(
              dependOnlyOn(
                  "vendors of their own package",
                  (from, to) ->
                      !to.getPackageName().startsWith(ROOT + ".helpdesk.")
                          || from.getPackageName().equals(to.getPackageName())));

  @ArchTest
  static final ArchRule knowsOnlyJavaInTickets =
      classes()
          .that()
          .resideInAPackage(ROOT + ".ticket..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT + ".ticket..");

  @ArchTest
  static final ArchRule readsTextWithItsOwnMeans =
      classes()
          .that()
          .resideInAPackage(in("text"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jsoup..", in("text"), in("platform"));

  @ArchTest
  static final ArchRule redactsWithTheLibrariesOfItsDecisionRecord =
      classes()
          .that()
          .resideInAPackage(in("redaction"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.iban4j..",
              "com.google.i18n.phonenumbers..",
              in("redaction"),
              in("platform"));

  @ArchTest
  static final ArchRule searchesOnlyInItsRooms =
      noClasses()
          .that()
          .resideOutsideOfPackages(in("knowledge"), in("suggestion"), in("platform"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.opensearch..");

  @ArchTest
  static final ArchRule speaksHttpOnlyAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("platform"))
          .and(areNot("resources or interfaces of an API", ArchitectureTest::isEdge))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..")
          .allowEmptyShould(true);

  /** What runs in the child process has no other library there, and nothing else of ours. */
  @ArchTest
  static final ArchRule knowsOnlyJavaAndTikaInTheChild =
      classes()
          .that()
          .resideInAPackage(CHILD)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax.xml..", "org.xml.sax..", "org.apache.tika..", CHILD);

  @ArchTest
  static final ArchRule parsesDocumentsOnlyInTheChild =
      noClasses()
          .that()
          .resideOutsideOfPackage(CHILD)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.tika..", "org.apache.pdfbox..", "org.apache.poi..");

  /** So that the server starts without these libraries, where nobody wants them. */
  @ArchTest
  static final ArchRule runsModelsInOneClass =
      noClasses()
          .that(areNot("the model in this process", type -> type.getName().matches(ONNX)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnxruntime..", "ai.djl..");

  @ArchTest
  static final ArchRule callsOthersOnlyThroughTheGuard =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("platform"))
          .and(areNot("what forbids all calls", type -> type.getName().startsWith(NETWORK_OFF)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..", "java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Socket.class, URL.class, URLConnection.class);

  @ArchTest
  static final ArchRule sendsMailInOneClass =
      noClasses()
          .that(
              areNot("the way to tell by mail", type -> type.getName().contains(".notice.MailWay")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.mail..");

  @ArchTest
  static final ArchRule keepsRowsAwayFromTheEdge =
      noClasses()
          .that(DescribedPredicate.describe("are the edge", ArchitectureTest::isEdge))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.persistence..")
          .allowEmptyShould(true);

  /** So that a Turkish server does not take an `I` for another letter. */
  @ArchTest
  static final ArchRule foldsLettersInNoLanguageOfTheServer =
      noClasses()
          .should()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase");

  /** Cells that a spreadsheet would take for formulas are written in one way. */
  @ArchTest
  static final ArchRule writesTablesWithHarmlessCells =
      classes()
          .that(
              DescribedPredicate.describe(
                  "write tables",
                  (JavaClass type) ->
                      type.getDirectDependenciesFromSelf().stream()
                          .anyMatch(it -> it.getTargetClass().isEquivalentTo(CSVPrinter.class))))
          .should()
          .haveNameMatching(".*\\.platform\\.CsvTable");

  @ArchTest
  static final ArchRule hasNamesThatSaySomething =
      noClasses()
          .should()
          .haveNameMatching(
              ".*\\.((Default|Base|Abstract)[A-Z]\\w*"
                  + "|\\w*(Impl|Manager|Helper|Utils?|Service|Controller|DTO|VO|Data|Info))");

  private static boolean isEdge(JavaClass type) {
    var outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost.getSimpleName().matches("\\w+(Resource|Api)");
  }

  private static DescribedPredicate<JavaClass> areNot(String what, Predicate<JavaClass> is) {
    return DescribedPredicate.describe("are not " + what, not(is));
  }

  private static String in(String room) {
    return ROOT + "." + room + "..";
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static String room(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
  }

  private static boolean mayImport(String from, String to) {
    var allowed = ROOMS.get(from);
    return allowed != null
        && (from.equals(to)
            || allowed.contains(to)
            || (to.equals("platform") && !from.equals("ticket")));
  }

  private static Set<String> allBut(String... left) {
    var rooms =
        new HashSet<>(
            Set.of(
                "ticket",
                "text",
                "redaction",
                "knowledge",
                "suggestion",
                "triage",
                "selfservice",
                "helpdesk",
                "outbox",
                "assist",
                "replay",
                "intake",
                "access",
                "requester",
                "document",
                "embedding",
                "source",
                "panel",
                "notice",
                "support",
                "insight",
                "admin"));
    rooms.removeAll(Set.of(left));
    return rooms;
  }

  /** Which class may import which. */
  private interface Arrow {
    boolean isAllowed(JavaClass from, JavaClass to);
  }

  private static ArchCondition<JavaClass> dependOnlyOn(String what, Arrow arrow) {
    return new ArchCondition<>("depend only on " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          var target = dependency.getTargetClass().getBaseComponentType();
          if (!arrow.isAllowed(type, target)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
