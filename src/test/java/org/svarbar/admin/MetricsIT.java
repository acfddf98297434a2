package org.svarbar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.ConnectionForTests;
import org.svarbar.testing.DemoKnowledge;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Eventually;
import org.svarbar.testing.GenericHelpdesk;
import org.svarbar.testing.Product;

@ArquillianTest
@RunAsClient
class MetricsIT {

  private static final Product ADMIN = Product.underTest();
  private static final Pattern NAME = Pattern.compile("\\b(svarbar_[a-z_]+)(\\{[^}]*})?");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)=~?\"");

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @Test
  void tellWhatWasDoneAndWhatWaits() {
    DemoKnowledge.known();
    try (var helpdesk = GenericHelpdesk.start()) {
      var connection = ConnectionForTests.generic(helpdesk.base());
      var asked = DemoKnowledge.mails().getFirst().expectedTitle();
      connection.deliver("measured-" + connection.id(), helpdesk.open("1", asked, asked));
      connection.deliver("unreadable-" + connection.id(), "[]");
      ADMIN.anonymously().post("webhooks/" + connection.id(), "{}");
      ADMIN.anonymously().get("panel/" + connection.id() + "/1/view");
      ADMIN.send(
          "PUT",
          "api/modes/switch",
          Map.of("Sec-Fetch-Site", "cross-site"),
          BodyPublishers.ofString("{}"));

      var of = "connection=\"" + connection.id() + "\"";
      var text =
          Eventually.soon()
              .see(
                  "both are measured",
                  () -> ADMIN.get("api/metrics").body(),
                  it ->
                      it.contains("svarbar_deliveries_decided_seconds_count{" + of + "} 1")
                          && it.contains("svarbar_actions_tried_seconds_count{" + of)
                          && it.contains("svarbar_work{" + of));

      assertThat(text).contains("svarbar_verdicts_total{" + of);
      for (var why : List.of("signature", "pass", "other-site")) {
        assertThat(text).contains("svarbar_requests_refused_total{why=\"" + why + "\"}");
      }
      assertThat(text).contains("svarbar_deliveries_failed_total{" + of + ",next=\"dead\"} 1.0");
      assertThat(text).containsPattern("svarbar_work\\{" + of + ".*state=\"dead\"} 1\\.0");
      assertThat(text).containsPattern("svarbar_work_oldest_seconds\\{" + of);
      assertThat(text).contains("svarbar_suggestions_seconds_bucket{le=\"0.1\"}");
      assertThat(text).as("nothing that somebody wrote").doesNotContain(asked);
      seeThatWhatIsDocumentedExists(text);
    }
  }

  /**
   * In the dashboard, the rules and the table for operators: each name, with each of its labels.
   */
  private static void seeThatWhatIsDocumentedExists(String text) {
    for (var file : List.of("dashboard.json", "alerts.yml", "operations.md")) {
      var written = read(Path.of("docs", file));
      var names = NAME.matcher(written).results().toList();
      assertThat(names).as(file).hasSizeGreaterThan(2);
      for (var name : names) {
        assertThat(lines(text, name.group(1))).as("%s of %s", name.group(1), file).isNotEmpty();
        if (name.group(2) != null) {
          LABEL
              .matcher(name.group(2))
              .results()
              .forEach(
                  label ->
                      assertThat(lines(text, name.group(1)))
                          .as("%s%s of %s", name.group(1), name.group(2), file)
                          .anyMatch(line -> line.contains(label.group(1) + "=\"")));
        }
      }
    }
  }

  private static List<String> lines(String text, String metric) {
    return text.lines()
        .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + "_count"))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\\\"", "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areForAdministratorsAndAuditors() {
    assertThat(ADMIN.anonymously().get("api/metrics").status()).isEqualTo(401);
  }
}
