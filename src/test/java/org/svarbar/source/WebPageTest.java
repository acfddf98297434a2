package org.svarbar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.svarbar.knowledge.FoundForm;
import org.svarbar.platform.Languages;

class WebPageTest {

  private static final URI ADDRESS = URI.create("https://www.example.org/faq/konto.html");

  @Test
  void readsJsonLdInAGraph() {
    var found =
        page("""
        <script type="application/ld+json">{"@graph":[{"@type":["WebPage","FAQPage"],
        "mainEntity":[{"@type":"Question","name":"Hur  byter jag\\nlösenord?",
        "acceptedAnswer":[{"@type":"Answer","text":"<p>Under <b>Konto</b>.</p>"}]},
        {"@type":"Question","name":"Utan svar?"}]}]}</script>
        <details><summary>Visas också?</summary>Ja.</details>\
        """)
            .questions();

    assertThat(found)
        .containsExactly(
            new FoundQuestion("Hur byter jag lösenord?", "<p>Under <b>Konto</b>.</p>", ""));
  }

  @Test
  void passesOverJsonThatIsBroken() {
    var found =
        page("<script type='application/ld+json'>{oops</script>"
                + "<details><summary>Hur?</summary>Så.</details>")
            .questions();

    assertThat(found).extracting(FoundQuestion::question).containsExactly("Hur?");
  }

  @Test
  void readsMicrodata() {
    var found =
        page("""
        <div itemscope itemtype="https://schema.org/FAQPage">
        <div id="ett" itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
        <h3 itemprop="name">Hvor er fakturaen?</h3>
        <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">
        <div itemprop="text"><p>På Min side.</p></div></div></div></div>\
        """)
            .questions();

    assertThat(found)
        .containsExactly(new FoundQuestion("Hvor er fakturaen?", "<p>På Min side.</p>", "ett"));
  }

  @Test
  void readsTheInnermostOfFoldedParts() {
    var found =
        page("""
        <nav><details><summary>Meny</summary><a href="/">Hem</a></details></nav>
        <details><summary>Konto</summary>
          <details id="pw"><summary>Hur byter jag?</summary><p>Så här.</p></details>
          <details><summary>Tom?</summary></details>
        </details>\
        """)
            .questions();

    assertThat(found).containsExactly(new FoundQuestion("Hur byter jag?", "<p>Så här.</p>", "pw"));
  }

  @Test
  void readsHeadingsThatAsk() {
    var found =
        page("""
        <nav><h2>Vad vill du?</h2><p>Meny</p></nav><main><h1>Hjälp</h1><p>Inledning.</p>
        <h2>Konto</h2><section><h3 id="byta">Hur byter jag lösenord?</h3></section>
        <div><p>Först.</p><h4>På mobilen</h4><p>Sedan.</p></div>
        <h3>Kan jag ångra?</h3><p>Ja.</p><h2>Kontakt</h2><p>Ring oss.</p></main>
        <footer><h2>Vilka är vi?</h2>Ett bolag.</footer>\
        """)
            .questions();

    assertThat(found)
        .extracting(FoundQuestion::question)
        .containsExactly("Hur byter jag lösenord?", "Kan jag ångra?");
    assertThat(found.getFirst().answer()).contains("Först.", "På mobilen", "Sedan.");
    assertThat(found.getLast().answer()).contains("Ja.").doesNotContain("Ring oss");
  }

  @Test
  void takesEveryHeadingWhereNoneAsks() {
    var found =
        page("<h1>Hjælp</h1><h2>Skift kode</h2><p>Sådan.</p><h2>Tom</h2><h2>Opsig</h2><p>Her.</p>")
            .questions();

    assertThat(found).extracting(FoundQuestion::question).containsExactly("Skift kode", "Opsig");
  }

  @Test
  void knowsItsLanguage() {
    assertThat(whole("<html lang='nb-NO'><body>x", "sv").language()).contains(Languages.BOKMAL);
    assertThat(whole("<html><body>x", "fi-FI, en").language()).contains(Languages.FINNISH);
    assertThat(
            whole("<html><head><link rel=alternate hreflang=da href='" + ADDRESS + "'></html>", "")
                .language())
        .contains(Languages.DANISH);
    assertThat(whole("<html lang=de><body>x", "").language()).isEmpty();
  }

  @Test
  void knowsWhereItLeadsAndWhatItAsks() {
    var page =
        whole(
            "<html><head><link rel=canonical href='/faq/account'>"
                + "<meta name=robots content='noindex, follow'></head><body>"
                + "<a href='b.html#x'>b</a><a href='b.html'>b</a><a href='mailto:a@b.se'>m</a>"
                + "<a rel=nofollow href=c.html>c</a></body></html>",
            "");

    assertThat(page.links()).containsExactly(URI.create("https://www.example.org/faq/b.html"));
    assertThat(page.canonical()).contains(URI.create("https://www.example.org/faq/account"));
    assertThat(page.asks("noindex")).isTrue();
    assertThat(page.asks("nofollow")).isFalse();
  }

  @Test
  void readsTheCharacterSetThatHttpSays() {
    var bytes = "<h2>Går det?</h2><p>Ja då.</p>".getBytes(StandardCharsets.ISO_8859_1);

    var page = WebPage.of(bytes, "text/html; charset=ISO-8859-1", ADDRESS, "");

    assertThat(page.questions()).extracting(FoundQuestion::question).containsExactly("Går det?");
  }

  @Test
  void givesEachQuestionAKeyOfItsOwn() {
    var forms =
        PageEntries.of(page("<h2>Hur?</h2><p>Så.</p><h2>Hur?</h2><p>Och så.</p>")).stream()
            .map(FoundForm::form)
            .map(form -> form.orElseThrow())
            .toList();

    assertThat(forms)
        .extracting(form -> form.key())
        .containsExactly("faq/konto.html#hur", "faq/konto.html#hur-2");
    assertThat(forms.getFirst().url()).isEqualTo(ADDRESS.toString());
  }

  @Test
  void keepsKeysOfLongQuestionsApart() {
    var same = "ord ".repeat(60);
    var forms =
        PageEntries.of(page("<h2>" + same + "a?</h2><p>1</p><h2>" + same + "b?</h2><p>2</p>"));

    assertThat(forms.stream().map(each -> each.form().orElseThrow().key()).distinct()).hasSize(2);
    assertThat(forms)
        .allSatisfy(
            each ->
                assertThat(each.reasons().stream().map(r -> r.code()))
                    .doesNotContain("key-too-long"));
  }

  private static WebPage page(String body) {
    return whole("<html lang=sv><body>" + body + "</body></html>", "");
  }

  private static WebPage whole(String html, String language) {
    return WebPage.of(html.getBytes(StandardCharsets.UTF_8), "text/html", ADDRESS, language);
  }
}
