package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.svarbar.source.SourceForTests.at;
import static org.svarbar.source.SourceForTests.putUp;
import static org.svarbar.source.SourceForTests.reasons;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.svarbar.testing.Deployments;
import org.svarbar.testing.Product;

/** A web site with FAQ pages that changes while the product follows it. */
@ArquillianTest
@RunAsClient
class SourceWebIT {

  private final SiteForTests site = new SiteForTests();
  private final String animal = "Quokka" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  private final String feed = "How do I feed a young " + animal + " in summer?";
  private final String wake = "When does the hungry numbat of " + animal + " wake up in winter?";
  private final String dig = "Where does the thirsty bilby of " + animal + " dig its burrow?";
  private SourceForTests source;

  @Deployment(testable = false)
  static Archive<?> war() {
    return Deployments.war();
  }

  @AfterEach
  void end() {
    if (source != null) {
      source.remove();
    }
    site.close();
  }

  /** By its schedule alone: nobody presses a button. */
  @Test
  void followsASiteThatChanges() {
    whole();
    source = putUp(at("web", site.at("/faq/").toString()).add("everySeconds", 10));
    var appeared = source.secondsUntilAnswered(feed, "With fresh leaves.");

    site.with("/faq/quokka.html", folded(feed, "With dry grass."));
    var changed = source.secondsUntilAnswered(feed, "With dry grass.");

    site.without("/faq/quokka.html");
    var disappeared = source.secondsUntilGone(feed, "With dry grass.");

    System.out.printf(
        Locale.ROOT,
        "source web appeared_s=%.1f changed_s=%.1f disappeared_s=%.1f (read every 10 s)%n",
        appeared,
        changed,
        disappeared);
    assertThat(source.answers(wake)).contains("At dawn.");
  }

  @Test
  void readsEveryWayInWhichPagesAnswer() {
    whole();
    source = putUp(at("web", site.at("/faq/").toString()));

    var run = source.firstRun();

    assertThat(run.getString("outcome")).as("%s", run).isEqualTo("succeeded");
    assertThat(run.getInt("added")).as("%s", run).isEqualTo(3);
    source.secondsUntilAnswered(wake, "At dawn.");
    source.secondsUntilAnswered(dig, "In red sand.");
    assertThat(reasons(run, "/faq/private.html")).hasSize(1);
    assertThat(site.received("/faq/private.html")).isEmpty();
    assertThat(site.received("/elsewhere.html")).isEmpty();
  }

  @Test
  void asksOnlyWhetherPagesHaveChanged() {
    whole();
    source = putUp(at("web", site.at("/faq/").toString()));
    source.firstRun();

    var again = source.synced();

    assertThat(again.getInt("unchanged")).as("%s", again).isEqualTo(3);
    assertThat(again.getInt("added") + again.getInt("changed") + again.getInt("removed")).isZero();
    assertThat(site.received("/faq/quokka.html").getLast().headers()).containsKey("if-none-match");
  }

  @Test
  void retiresNothingWhenTheSiteFails() {
    whole();
    source = putUp(at("web", site.at("/faq/").toString()));
    source.firstRun();
    source.secondsUntilAnswered(feed, "With fresh leaves.");

    site.fails("/faq/", 503);
    var whole = source.synced();
    site.fails("/faq/", 0);
    site.fails("/faq/quokka.html", 500);
    var part = source.synced();

    assertThat(whole.getString("outcome")).as("%s", whole).isEqualTo("failed");
    assertThat(whole.getString("failure")).contains("503");
    assertThat(part.getString("outcome")).as("%s", part).isEqualTo("succeeded");
    assertThat(part.getInt("removed")).isZero();
    assertThat(reasons(part, "/faq/quokka.html")).hasSize(1);
    assertThat(source.answers(feed)).contains("With fresh leaves.");
  }

  @Test
  void asksBeforeItRetiresMostOfASource() {
    site.with("/list", questions(12));
    source = putUp(at("web", site.at("/list").toString()));
    assertThat(source.firstRun().getInt("added")).isEqualTo(12);

    site.with("/list", questions(5));
    var held = source.synced();
    var stillHeld = source.synced();
    var confirmed = source.confirmed();

    assertThat(held.getString("outcome")).as("%s", held).isEqualTo("held");
    assertThat(held.getInt("removed")).isZero();
    assertThat(held.getString("failure")).contains("7 of 12");
    assertThat(stillHeld.getString("outcome")).as("%s", stillHeld).isEqualTo("held");
    assertThat(confirmed.getString("outcome")).as("%s", confirmed).isEqualTo("succeeded");
    assertThat(confirmed.getInt("removed")).isEqualTo(7);
  }

  @Test
  void bringsBackWhatTheSiteBringsBack() {
    site.with("/list", questions(3));
    source = putUp(at("web", site.at("/list").toString()));
    source.firstRun();

    site.with("/list", questions(2));
    var gone = source.synced();
    site.with("/list", questions(3));
    var back = source.synced();

    assertThat(gone.getInt("removed")).as("%s", gone).isEqualTo(1);
    assertThat(back.getInt("changed")).as("%s", back).isEqualTo(1);
    assertThat(back.getInt("added")).as("%s", back).isZero();
  }

  @Test
  void keepsWhatItHasWhenARunIsCancelled() throws InterruptedException {
    whole();
    var gate = site.closed("/faq/numbat.html");
    source = putUp(at("web", site.at("/faq/").toString()));
    gate.awaitVisitor();

    var answer = Product.underTest().post("api/sources/" + source.name() + "/cancel", "");
    gate.open();
    var run = source.firstRun();
    var again = source.synced();

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(run.getString("outcome")).as("%s", run).isEqualTo("cancelled");
    assertThat(run.getInt("added")).isBetween(1, 2);
    assertThat(again.getInt("removed")).as("%s", again).isZero();
    assertThat(again.getInt("added") + run.getInt("added")).isEqualTo(3);
  }

  /** As when its process had been killed: another worker has the source, and goes on. */
  @Test
  void stopsARunThatLostItsLeaseAndGoesOnWithAnother() throws InterruptedException {
    whole();
    var form = at("web", site.at("/faq/").toString());
    var gate = site.closed("/faq/numbat.html");
    source = putUp(form);
    gate.awaitVisitor();

    source.put(at("web", site.at("/faq/").toString()).add("group", "zoo"));
    gate.open();
    var run = source.firstRun();
    var again = source.synced();

    assertThat(run.getString("outcome")).as("%s", run).isEqualTo("succeeded");
    assertThat(run.getInt("added")).as("%s", run).isEqualTo(3);
    assertThat(again.getInt("unchanged")).as("%s", again).isEqualTo(3);
    assertThat(again.getInt("added") + again.getInt("changed")).as("%s", again).isZero();
  }

  private void whole() {
    site.with(
            "/robots.txt", "User-agent: *\nDisallow: /faq/private.html\nSitemap: SITE/sitemap.xml")
        .with(
            "/sitemap.xml",
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<url><loc>SITE/faq/bilby.html</loc></url></urlset>")
        .with(
            "/faq/",
            "<html lang=en><body><a href=quokka.html>q</a><a href=numbat.html>n</a>"
                + "<a href=private.html>p</a><a href=/elsewhere.html>e</a>"
                + "<a href='http://127.0.0.1:9/faq/other.html'>o</a></body></html>")
        .with("/faq/private.html", folded("Who is the secret potoroo?", "Nobody."))
        .with("/faq/quokka.html", folded(feed, "With fresh leaves."))
        .with(
            "/faq/numbat.html",
            """
            <html lang="en"><head><script type="application/ld+json">
            {"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question",
            "name":"WAKE",
            "acceptedAnswer":{"@type":"Answer","text":"<p>At dawn.</p>"}}]}
            </script></head><body><h2>Numbats</h2><p>Some text.</p></body></html>\
            """
                .replace("WAKE", wake))
        .with(
            "/faq/bilby.html",
            "<html lang=en><body><main><h1>Bilbies</h1><p>All about them.</p>"
                + "<h2>"
                + dig
                + "</h2><p>In red sand.</p></main></body></html>");
  }

  private static String folded(String question, String answer) {
    return "<html lang=en><body><details><summary>"
        + question
        + "</summary><p>"
        + answer
        + "</p></details></body></html>";
  }

  private static String questions(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                "<h2>What is wombat number "
                    + i
                    + "?</h2><p>It is the wombat "
                    + i
                    + " of the list.</p>")
        .collect(Collectors.joining("", "<html lang=en><body>", "</body></html>"));
  }
}
