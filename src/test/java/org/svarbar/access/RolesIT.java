package org.svarbar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;
import org.svarbar.testing.Routes;
import org.svarbar.testing.Routes.Route;

/** What each role may do, sees, and is refused. */
@ArquillianTest
@RunAsClient
class RolesIT {

  private static final Product ADMIN = Product.underTest();

  /** What does not change anything, although it is sent. */
  private static final Set<String> SENT_BY_ALL =
      Set.of(
          "LanguageResource.choose",
          "LogInResource.post",
          "LogInResource.put",
          "LogInResource.delete",
          "LogOutResource.logOut",
          "PasswordResource.post",
          "TryResource.suggest",
          "SuggestionsResource.suggest");

  private static final Set<String> SENT_BY_AGENTS =
      Set.of("HandoverResource.byPhone", "HandoverResource.undo", "OpenPanelResource.open");

  private static Rights rights;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @BeforeAll
  static void read() throws IOException {
    try (var webXml = Files.newInputStream(Path.of("src/main/webapp/WEB-INF/web.xml"))) {
      rights = Rights.of(webXml);
    }
  }

  /** The pages' idea of what is allowed is the server's. */
  @ParameterizedTest
  @ValueSource(strings = {"admin", "editor", "agent", "auditor"})
  void areWhatThePagesTakeThemFor(String role) {
    var program = program(role);
    for (var route : guarded().filter(it -> !it.name().equals("ForbiddenResource.get")).toList()) {
      var path = route.pathToNothing();
      var may = rights.may(route.method(), "/" + path, role::equals);
      if (!route.isChanging() || !may) {
        var answer = program.send(route.method(), path, Map.of(), BodyPublishers.noBody());
        assertThat(answer.status() != 403).as("%s by %s: %s", route, role, answer).isEqualTo(may);
      }
    }
  }

  @Test
  void letAuditorsReadEverythingAndChangeNothing() {
    var refused =
        List.of(
            "OpenPanelResource.form",
            "ForbiddenResource.get",
            "RequestersResource.ask",
            "RequestersApiResource.export",
            "SupportBundleResource.bundle");
    for (var route : guarded().toList()) {
      var may = rights.may(route.method(), "/" + route.pathToNothing(), "auditor"::equals);
      var isForm = route.template().matches("console/.*(new|edit|import|judge)");
      var expected = route.isChanging() ? SENT_BY_ALL.contains(route.name()) : !isForm;
      if (!refused.contains(route.name())) {
        assertThat(may).as("%s", route).isEqualTo(expected);
      }
    }
  }

  @Test
  void letAgentsLookUpTryAndOpenThePanel() {
    var changing =
        guarded()
            .filter(Route::isChanging)
            .filter(it -> rights.may(it.method(), "/" + it.pathToNothing(), "agent"::equals))
            .map(Route::name);
    assertThat(changing)
        .allMatch(it -> SENT_BY_ALL.contains(it) || SENT_BY_AGENTS.contains(it))
        .contains("TryResource.suggest", "OpenPanelResource.open", "SuggestionsResource.suggest");

    var agent = program("agent");
    assertThat(agent.page("console", "en").header("Location").orElse("")).endsWith("console/try");
    assertThat(menu(agent, "console/try"))
        .containsExactlyInAnyOrder("Knowledge", "Try a ticket", "Open a ticket");
    assertThat(Jsoup.parse(agent.page("console/try", "en").body()).select("#text")).hasSize(1);
    assertThat(menu(program("editor"), "console")).doesNotContain("Connections", "Triage");
  }

  /** Wherever somebody gets from the first page: nothing there leads to a refusal. */
  @ParameterizedTest
  @ValueSource(strings = {"editor", "agent", "auditor"})
  void seeNothingThatTheyMayNotDo(String role) {
    DemoKnowledge.known();
    ConnectionForTests.generic("http://127.0.0.1:9").deliver(UUID.randomUUID().toString(), "x");
    var program = program(role);
    var seen = new HashSet<String>();
    var next = new ArrayDeque<>(List.of("console/try", "console"));
    var wrong = new ArrayList<String>();
    while (!next.isEmpty() && seen.size() < 60) {
      var path = next.poll();
      if (!seen.add(path.replaceAll("[0-9]+|t-[0-9a-f]{8}|[?].*", "N"))) {
        continue;
      }
      var answer = program.page(path, "en");
      if (answer.status() == 403) {
        wrong.add(path + " is refused");
      }
      var page = Jsoup.parse(answer.body());
      for (var form : page.select("form[method=post]")) {
        if (!rights.may("POST", below(form, "action", path), role::equals)) {
          wrong.add(path + " offers " + form.attr("action"));
        }
      }
      page.select("a[href^=/svarbar/console]")
          .forEach(link -> next.add(link.attr("href").replaceFirst("^/svarbar/", "")));
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).hasSizeGreaterThan(role.equals("agent") ? 2 : 6);
  }

  @Test
  void sayOnAPageOfOurOwnWhatIsRefused() {
    var agent = program("agent");
    for (var path : List.of("console/connections", "console/knowledge/new")) {
      var answer = agent.page(path, "en");

      assertThat(answer.status()).as("%s", answer).isEqualTo(403);
      assertThat(answer.body()).contains("Your role does not include this", "<nav");
    }
  }

  private static String below(Element form, String attribute, String path) {
    var address = form.attr(attribute);
    return address.isEmpty()
        ? "/" + path.replaceFirst("[?].*", "")
        : address.replaceFirst("^/svarbar", "").replaceFirst("[?].*", "");
  }

  private static List<String> menu(Product who, String path) {
    return Jsoup.parse(who.page(path, "en").body()).select("nav.container a").eachText();
  }

  private static Stream<Route> guarded() {
    return Routes.all().stream().filter(it -> it.template().matches("(console|api|panel/open).*"));
  }

  private static Product program(String role) {
    var name = "roles-" + UUID.randomUUID();
    var made =
        ADMIN.post("api/access-keys", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return ADMIN.as(name, made.json().asJsonObject().getString("key"));
  }
}
